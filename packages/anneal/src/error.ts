import { MOST_ISSUES } from "./limits.ts";

/** One thing that is wrong: where, what was expected there, and what came. */
export interface Issue {
  /** Where in the plan or the options, such as `milestones[1]`; empty for the whole. */
  readonly path: string;
  /** What would have been accepted there. */
  readonly expected: string;
  /** What came, as text that is safe to print. */
  readonly received: string;
}

/**
 * The one error of the library: a plan, its options or a saved state was refused. It lists every problem at once
 * (100 at most, then how many more), and its message is derived from that list.
 *
 * @example
 * ```ts
 * import { PlanError, parsePlan } from "anneal";
 * try {
 *   parsePlan({ kind: "linear", from: -1, to: "1x" });
 * } catch (error) {
 *   (error as PlanError).issues.map((issue) => issue.path); // => ["from", "over"]
 * }
 * ```
 */
export class PlanError extends Error {
  override readonly name = "PlanError";
  /** The problems, in the order in which they stand in the input. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const listed = issues.slice(0, MOST_ISSUES);
    const lines = listed.map(({ path, expected, received }) => {
      return `${path && `${path}: `}expected ${expected}, received ${received}`;
    });
    if (issues.length > MOST_ISSUES) lines.push(`and ${issues.length - MOST_ISSUES} more`);
    super(lines.join("\n"));
    this.issues = listed;
  }
}

/** Collects problems while something is being checked, and throws them together. */
export class Problems {
  readonly issues: Issue[] = [];

  add(path: string, expected: string, value: unknown): undefined {
    // Those that are not listed are only counted.
    this.issues.push(this.issues[MOST_ISSUES] ?? { path, expected, received: received(value) });
  }

  throwIfAny(): void {
    if (this.issues[0]) throw new PlanError(this.issues);
  }
}

/** Refuses one value at once. */
export function refuse(path: string, expected: string, value: unknown): never {
  throw new PlanError([{ path, expected, received: received(value) }]);
}

/** Describes any value in a few safe words, for the end of an error's line. */
export function received(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return Object(value) === value ? `[${typeof value}]` : String(value);
}
