import type { Formula } from "../formula.ts";

/** A plan written for somewhere else. */
export interface Exported {
  /** The code, with a line break at its end. */
  readonly code: string;
  /** Whether the code by itself gives the same values as the schedule. */
  readonly exact: boolean;
  /** Why it does not, and what else is to be known. */
  readonly notes: readonly string[];
}

/** Code that is exact as far as the functions of the user's that it calls are there. */
export function exported(code: string, { needs }: Pick<Formula, "needs">, notes: readonly string[] = []): Exported {
  const missing = needs.map((name) => `needs the function functions[${JSON.stringify(name)}](t, args)`);
  return { code, exact: missing.length === 0, notes: [...missing, ...notes] };
}
