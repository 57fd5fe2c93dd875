import { type Custom, type CustomFunction, custom, type Issue, PlanError } from "anneal";
import { Effort } from "./effort.ts";
import type { OwnScheduler } from "./ownScheduler.ts";
import type { Need, Note, Values } from "./reading.ts";
import { at } from "./refuse.ts";
import type { Override } from "./transformers/overrides.ts";
import { type Call, type Place, Unknown, type Value } from "./value.ts";

/** What is collected while one schedule is read: its problems, what it needs, and what is to be known about it. */
export class Context {
  readonly issues: Issue[] = [];
  readonly needs: Need[] = [];
  readonly notes: Note[] = [];
  /** How often something was wrong or missing: what is told only once counts every time. */
  missed = 0;
  /** The rate that the text's optimizer begins with, where it is found beside the schedule and not in it. */
  optimizersRate: { readonly value: Value; readonly place: Place | undefined; readonly note?: string } | undefined;
  /** The schedulers that the text makes of classes of its own. */
  own: (() => readonly OwnScheduler[]) | undefined;
  /** What else steps the optimizer of a scheduler, where it cannot be told when. */
  besides: ((call: Call) => readonly Call[]) | undefined;
  /** What schedules in place of the arguments that a trainer is given. */
  overrides: ReadonlyMap<Call, Override> = new Map();
  /** The functions of the text that its plans name. */
  readonly functions: Record<string, CustomFunction> = {};

  constructor(
    /** The facts that the caller gave. */
    readonly values: Values = {},
    /** Shared by all schedules of a text. */
    readonly effort: Effort = new Effort(),
  ) {}

  /** A value that cannot be right. `received` is what came, as safe text. */
  problem(path: string, expected: string, received: string, place?: Place): void {
    this.missed++;
    this.issues.push({ path: at(place, path), expected, received });
  }

  /** A fact that is missing; once each. */
  need(name: string, why: string, place?: Place, whole: string = name): void {
    this.missed++;
    if (this.needs.some((one) => one.name === name)) return;
    this.needs.push({ name, why, ...(place && { place }), ...(whole === name ? {} : { whole }) });
  }

  /** What the caller gave under a name. */
  given(name: string): Values[string] | undefined {
    this.effort.wanted.add(name);
    if (!Object.hasOwn(this.values, name)) return undefined;
    this.effort.asked.add(name);
    return this.values[name];
  }

  /**
   * A value as far as the text and the caller have it: something unknown is what the caller gave for all of it, else
   * what it is by its parts. `missing` is told each part that nobody has.
   */
  known(value: Value, missing: (unknown: Unknown) => void = () => {}): Value | undefined {
    if (!(value instanceof Unknown)) return value;
    const given = this.given(value.name);
    if (given !== undefined) return given;
    if (!value.compute) {
      missing(value);
      return undefined;
    }
    const computed = value.compute((part) => this.known(part, missing));
    if (computed === undefined) return undefined;
    if (value.note) this.note(value.note, value.place);
    return this.known(computed, missing);
  }

  /** Something to be known; once each. */
  note(text: string, place?: Place): void {
    if (this.notes.some((one) => one.text === text)) return;
    this.notes.push({ text, ...(place && { place }) });
  }

  /** A plan of a function that the text defines, under a name of its own. */
  custom(compute: (step: number) => number): Custom {
    const name = `function ${Object.keys(this.functions).length + 1}`;
    this.functions[name] = (step) => compute(step);
    return custom({ name });
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
