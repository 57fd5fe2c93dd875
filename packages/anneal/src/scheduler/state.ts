import { PlanError, Problems, refuse } from "../error.ts";
import { checkFields, type Fields } from "../field.ts";
import { VERSION } from "../plan.ts";
import { checkRun, type Run } from "../run.ts";
import { checkProgram, type Program } from "./program.ts";
import type { Bases } from "./track.ts";

/** All of a scheduler's state, as plain JSON. */
export interface SchedulerState {
  readonly version: number;
  /** The plans. */
  readonly program: Program;
  /** The run that they are read against. */
  readonly run: Run;
  /** The base value of each hyperparameter in each param group. */
  readonly bases: Bases;
  /** How many updates are done. */
  readonly position: number;
  /** The states of metric-driven scales; empty while the program has none. */
  readonly controllers: { readonly [hyperparameter: string]: never };
}

const fields: Fields<Omit<SchedulerState, "program" | "run" | "bases" | "controllers">> = {
  version: { type: "number" },
  position: { type: "number", min: 0 },
};

/**
 * Checks a saved state against the scheduler that is to take it over: the same program, the same run and as many param
 * groups, or it is refused with both shown.
 */
export function checkState(saved: unknown, own: SchedulerState): SchedulerState {
  if (typeof saved !== "object" || saved === null || Array.isArray(saved)) refuse("state", "a saved state", saved);
  const { version, program, run, bases, position, controllers, ...rest } = saved as Record<string, unknown>;
  if (version !== VERSION) refuse("state.version", `${VERSION}, the version this library reads`, version);
  const problems = new Problems();
  checkFields(fields, { version, position, ...rest }, "state", problems);
  const theirs = {
    program: checkProgram(program, "state.program", problems),
    run: checkRun(run, problems, "state.run"),
  };
  checkFields({}, controllers, "state.controllers", problems);
  checkFields(basesFields(own), bases, "state.bases", problems);
  problems.throwIfAny();
  for (const part of ["program", "run"] as const) refuseOther(`state.${part}`, own[part], theirs[part]);
  for (const [key, list] of Object.entries(bases as Bases)) {
    const groups = own.bases[key]?.length;
    if (list.length !== groups) refuse(`state.bases.${key}`, `${groups} entries, one for each param group`, list);
  }
  return saved as SchedulerState;
}

function basesFields(own: SchedulerState): Fields<Bases> {
  return Object.fromEntries(Object.keys(own.bases).map((key) => [key, { type: "number", min: 0, list: true }]));
}

const LONGEST_EXCERPT = 300;

/** Refuses data that differs from one's own; the error shows both, from a little before the first difference. */
function refuseOther(path: string, own: object, other: object): void {
  const [expected, received] = [JSON.stringify(own), JSON.stringify(other)];
  if (expected === received) return;
  let same = 0;
  while (expected[same] === received[same]) same++;
  const excerpt = (text: string): string => {
    const start = text.length > LONGEST_EXCERPT ? Math.max(0, same - LONGEST_EXCERPT / 2) : 0;
    const end = start + LONGEST_EXCERPT;
    return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  };
  throw new PlanError([{ path, expected: excerpt(expected), received: excerpt(received) }]);
}
