import type { ControllerState } from "../controllers/reducer.ts";
import { type Issue, PlanError, received } from "../error.ts";
import { FROM_ZERO, isObject, misfit } from "../field.ts";
import type { Run } from "../run.ts";
import type { Program } from "./program.ts";
import type { showPrograms } from "./showPrograms.ts";

/** The base values of each hyperparameter, one for each group. */
export type Bases = Readonly<Record<string, readonly number[]>>;

/** All of a scheduler's state, as plain JSON. */
export interface SchedulerState {
  /** The version of this form. */
  readonly version: number;
  /** The plans. */
  readonly program: Program;
  /** The run that they are read against. */
  readonly run: Run;
  /** The base value of each hyperparameter in each param group. */
  readonly bases: Bases;
  /** How many steps are done. */
  readonly position: number;
  /** What the controllers of each hyperparameter keep, one entry for each; empty when the program has none. */
  readonly controllers: Readonly<Record<string, readonly ControllerState[]>>;
}

/**
 * Checks a saved state: another version, program, run or number of groups is refused where it differs, both shown, with
 * `whole` to show more of them.
 */
export function checkState(saved: SchedulerState, own: SchedulerState, whole?: typeof showPrograms): void {
  const difference = findDifference("state", own, saved);
  if (difference) throw new PlanError([difference, ...(whole?.(difference, own, saved) ?? [])]);
}

type Data = Readonly<Record<string, unknown>>;

/** The first place where plain data differs from one's own; bases and position may be any that can be used. */
function findDifference(path: string, own: unknown, other: unknown): Issue | undefined {
  // What a controller keeps is checked by its own table.
  if (/^state\.controllers\..+\]$/.test(path)) return undefined;
  if (own instanceof Object && other instanceof Object && (own as Data).length === (other as Data).length) {
    for (const name of Object.keys({ ...own, ...other })) {
      const at = Array.isArray(own) ? `${path}[${name}]` : `${path}.${name}`;
      const difference = findDifference(at, (own as Data)[name], (other as Data)[name]);
      if (difference) return difference;
    }
    return undefined;
  }
  const free = typeof own === "number" && /^state\.(bases|position|rates)/.test(path);
  const expected = free ? misfit(FROM_ZERO, other) : own === other ? undefined : shown(own, other);
  return expected === undefined ? undefined : { path, expected, received: received(other) };
}

function shown(own: unknown, other: unknown): string {
  return isObject(own) ? `an object${typeof other === "string" ? " (JSON.parse)" : ""}` : received(own);
}
