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

/**
 * Reads, and the error says what the optimizer does not have, and what to pass where a fact of the run is lacking;
 * `lenient` lets that pass.
 */
export function check(read: () => unknown, lenient = false): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const issues = error.issues.flatMap((issue): Issue[] => {
      if (issue.path.startsWith("paramGroups[") && issue.received === "undefined") {
        return [{ ...issue, expected: `${issue.expected}; this optimizer has none` }];
      }
      const fact = /^run\.(\w+) to resolve it$/.exec(issue.expected)?.[1];
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

/** Whether a program is another one where epochs have more or fewer updates. */
export function dependsOnEpochs(run: Run, given: Run, read: Read): boolean {
  const { steps, stepsPerEpoch } = neededRun(run, {}, read);
  return stepsPerEpoch !== undefined || (steps !== undefined && given.steps === undefined);
}

/** Refuses to go on with another run than before, from the epoch that training is in. */
export function checkSameRun(before: Run, now: Run, epoch?: number): void {
  const problems = new Problems();
  for (const [fact, value] of Object.entries(now)) {
    const old: unknown = before[fact as keyof Run];
    if (typeof old !== "number" || old === value) continue;
    const known = fact === "steps" && epoch !== undefined;
    const whole = known ? `initialEpoch: ${epoch} and the epochs of the whole training to fit, or ` : "";
    problems.add(`run.${fact}`, `${old} as before: pass ${whole}run: { ${fact}: ${old} } to scheduleCallback`, value);
  }
  problems.throwIfAny();
}
