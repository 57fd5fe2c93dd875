import { type Issue, PlanError, Problems } from "../../error.ts";
import type { Run } from "../../run.ts";
import type { BuildOptions } from "../../schedule.ts";
import type { Optimizer } from "../../scheduler/optimizer.ts";
import type { Program } from "../../scheduler/program.ts";
import { Scheduler } from "../../scheduler/scheduler.ts";
import type { SchedulerState } from "../../scheduler/state.ts";

/** Reads a program against a run, and against the state of a scheduler that it is to go on from. */
export type Read = (run: Run, state?: SchedulerState) => SchedulerState;

/** Reads on copies of the param groups, so that a problem changes nothing; gives the state of the scheduler. */
export function reader({ paramGroups }: Optimizer, program: Program, options: BuildOptions): Read {
  return (run, state) => {
    const copies = paramGroups.map((group) => {
      const { betas } = group as { readonly betas?: readonly number[] };
      return { ...group, ...(betas && { betas: [...betas] }) };
    });
    const scheduler = new Scheduler({ paramGroups: copies }, program, run, options);
    if (state) scheduler.restore(state);
    return scheduler.state();
  };
}

/** Reads, and where a fact of the run is lacking the error says what to pass; `lenient` lets that pass. */
export function check(read: () => unknown, lenient = false): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const issues = error.issues.flatMap((issue): Issue[] => {
      const fact = /^run\.(\w+)( with room)? to resolve it$/.exec(issue.expected)?.[1];
      if (fact === undefined) return [issue];
      return lenient ? [] : [{ ...issue, expected: `${issue.expected}${waysToPass(fact)}` }];
    });
    if (issues.length > 0) throw new PlanError(issues);
  }
}

/** What to pass when fit does not know a fact, for the end of an error. */
export function waysToPass(fact: string): string {
  const toFit = fact.startsWith("steps") ? "batchesPerEpoch to fitDataset, or " : "";
  return `: pass ${toFit}run: { ${fact} } to scheduleCallback`;
}

/** The run without those facts that the program does not need and nobody gave: they may change from fit to fit. */
export function neededRun(run: Run, given: Run, read: Read): Run {
  let needed = run;
  for (const fact of Object.keys(run)) {
    if (Object.hasOwn(given, fact)) continue;
    const { [fact as keyof Run]: _, ...others } = needed;
    try {
      read(others);
      needed = others;
    } catch {}
  }
  return needed;
}

/** Refuses to go on with another run than before. */
export function checkSameRun(before: Run, now: Run): void {
  const problems = new Problems();
  for (const [fact, value] of Object.entries(now)) {
    const old: unknown = before[fact as keyof Run];
    if (typeof old !== "number" || old === value) continue;
    const whole = fact === "steps" ? "epochs and initialEpoch are those of the whole training, or " : "";
    problems.add(`run.${fact}`, `${old} as before: ${whole}pass run: { ${fact}: ${old} } to scheduleCallback`, value);
  }
  problems.throwIfAny();
}
