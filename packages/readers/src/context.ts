import { type Issue, PlanError } from "anneal";
import type { Need, Note, Values } from "./reading.ts";
import type { Place } from "./value.ts";

/** What is collected while one schedule is read: its problems, what it needs, and what is to be known about it. */
export class Context {
  readonly issues: Issue[] = [];
  readonly needs: Need[] = [];
  readonly notes: Note[] = [];

  constructor(
    /** The facts that the caller gave. */
    readonly values: Values = {},
  ) {}

  /** A value that cannot be right. `received` is what came, as safe text. */
  problem(path: string, expected: string, received: string, place?: Place): void {
    this.issues.push({ path: at(place, path), expected, received });
  }

  /** A fact that is missing; once each. */
  need(name: string, why: string, place?: Place): void {
    if (!this.needs.some((one) => one.name === name)) this.needs.push({ name, why, ...(place && { place }) });
  }

  /** What the caller gave under a name. */
  given(name: string): Values[string] | undefined {
    return Object.hasOwn(this.values, name) ? this.values[name] : undefined;
  }

  note(text: string, place?: Place): void {
    this.notes.push({ text, ...(place && { place }) });
  }

  /** What builds plans from values that were read: the library's own refusals become problems at that place. */
  build<T>(path: string, place: Place | undefined, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      for (const issue of error.issues) {
        this.problem([path, issue.path].filter(Boolean).join(": "), issue.expected, issue.received, place);
      }
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.issues.length > 0) throw new PlanError(this.issues);
  }
}

/** A path in a text, with its place. */
export function at(place: Place | undefined, path: string): string {
  return place ? `line ${place.line}, column ${place.column}${path && `, ${path}`}` : path;
}
