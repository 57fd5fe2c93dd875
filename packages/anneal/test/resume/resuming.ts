import type fc from "fast-check";
import { PlanError, type Program, type Run, Scheduler, type SchedulerState } from "../../src/index.ts";
import type { Policy } from "../../src/resume/index.ts";
import { drawController } from "../arbitrary/controllers.ts";
import { type Draw, drawn } from "../arbitrary/draw.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { drawTree } from "../arbitrary/plan.ts";
import { drawRun } from "../arbitrary/units.ts";

/** What was trained, and with what it is to go on. */
export interface Resuming {
  readonly old: Side;
  readonly next: Side;
  readonly position: number;
  readonly metrics: readonly number[];
}

/** A program in its run, and the groups' rates. */
export interface Side {
  readonly program: Program;
  readonly run: Run;
  readonly bases: readonly number[];
}

/** Any two programs in any two runs; in half of them an update consumes the same in both. */
export const resuming: fc.Arbitrary<Resuming> = drawn(drawResuming);

function drawResuming(draw: Draw): Resuming {
  const [{ base: _, ...run }, { base: __, ...other }] = [drawRun(draw), drawRun(draw)];
  const { samplesPerStep, tokensPerStep, stepsPerEpoch } = run;
  const changed: Run = draw.oneIn(2) ? { ...other, samplesPerStep, tokensPerStep } : other;
  const facts: Run = draw.oneIn(2) ? { ...changed, stepsPerEpoch } : changed;
  const old = drawSide(draw, run, draw.integer(1, 3));
  const next = drawSide(draw, facts, draw.oneIn(3) ? draw.integer(1, 3) : old.bases.length);
  const metrics = Array.from({ length: draw.integer(0, 5) }, () => draw.integer(0, 20) / 10);
  return { old, next, position: draw.integer(0, 8 * run.steps) / (draw.oneIn(3) ? 8 : 10), metrics };
}

function drawSide(draw: Draw, run: Run, groups: number): Side {
  const bases = Array.from({ length: groups }, () => draw.rate());
  const one = () => drawTree(draw, { ...run, base: Number.NaN } as Required<Run>);
  const entry = (): Program[string] => {
    const plan = draw.oneIn(3) ? bases.map(one) : one();
    return draw.oneIn(3) ? { plan, controllers: [drawController(draw, groups, false)] } : plan;
  };
  return { program: draw.oneIn(2) ? { lr: entry(), momentum: entry() } : { lr: entry() }, run, bases };
}

/** An optimizer with momentum, as the groups' rates say. */
export function optimizerOf(bases: readonly number[]) {
  return { paramGroups: bases.map((lr) => ({ lr, momentum: lr / 2 })) };
}

/** A scheduler of one side. */
export function made({ program, run, bases }: Side): Scheduler {
  return new Scheduler(optimizerOf(bases), program, run, { functions: FUNCTIONS });
}

/** The state that was saved, through JSON. */
export function savedOf({ old, position, metrics }: Resuming): SchedulerState {
  const scheduler = made(old);
  scheduler.seek(position);
  for (const metric of metrics) scheduler.observe(metric);
  return JSON.parse(JSON.stringify(scheduler.state()));
}

/** Why a policy has no answer for two programs; what is refused for another reason fails. */
const REASONS = [
  /an end after update/,
  /a plan that can be stretched/,
  /one number, to carry a clock over/,
  /a start with the run/,
  /the rest is/,
];

/** The scheduler that goes on, or none where the policy says that it cannot. */
export function goneOn(one: Resuming, policy: Policy): Scheduler | undefined {
  const scheduler = made(one.next);
  try {
    scheduler.restore(savedOf(one), policy);
    return scheduler;
  } catch (error) {
    if (!(error instanceof PlanError) || !REASONS.some((reason) => reason.test(error.message))) throw error;
    return undefined;
  }
}
