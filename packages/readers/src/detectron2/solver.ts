import { constant, cosine, linear, type Plan, sequence } from "anneal";
import type { Reader } from "../entry.ts";
import { drops, power } from "./drops.ts";
import { poly, warmupOf } from "./legacy.ts";

/** What `SOLVER` says, by its names in small letters. */
export interface Solver {
  readonly lr_scheduler_name: string;
  readonly max_iter: number;
  readonly base_lr: number;
  readonly base_lr_end: number;
  readonly gamma: number;
  readonly steps: readonly number[];
  readonly num_decays: number;
  readonly warmup_factor: number;
  readonly warmup_iters: number;
  readonly warmup_method: string;
  readonly rescale_interval: boolean;
  readonly poly_lr_power: number;
  readonly poly_lr_constant_ending: number;
}

/** What comes after the warm-up: on the run's own clock, or stretched over what the warm-up leaves of the run. */
interface After {
  /** The multiple of the base rate at a step. */
  at(step: number): number;
  /** It as it is seen from a step on, for a run that begins at `begin` and lasts `over`. */
  plan(begin: number, over: number, from: number): Plan;
  /** The clock that it is on. */
  readonly clock: "local" | "global";
}

/** What detectron2's `build_lr_scheduler` makes of its settings; DeepLab's adds a fourth schedule. */
export function buildLrScheduler(solver: Solver, reader: Reader): Plan | undefined {
  const { context, place } = reader;
  const { lr_scheduler_name: name, max_iter, warmup_factor: factor, rescale_interval } = solver;
  const refuse = (setting: string, expected: string, received: unknown): undefined => {
    context.problem(`SOLVER.${setting}`, expected, String(received), place);
    return undefined;
  };
  if (name === "WarmupPolyLR") {
    return poly(max_iter, solver.poly_lr_power, solver.poly_lr_constant_ending, warmupOf(solver, reader));
  }
  const after = afterWarmup(solver, refuse);
  if (!after) return undefined;
  const method = solver.warmup_method;
  if (method !== "linear" && method !== "constant") return refuse("WARMUP_METHOD", '"linear" or "constant"', method);
  const until = Math.min(solver.warmup_iters, max_iter);
  if (until < solver.warmup_iters) {
    context.note(`SOLVER.WARMUP_ITERS (${solver.warmup_iters}) is cut to SOLVER.MAX_ITER (${max_iter}).`, place);
  }
  if (until === 0) return after.plan(0, max_iter, 0);
  const to = rescale_interval ? after.at(0) : after.at(until);
  const climb =
    method === "constant"
      ? constant({ value: `${factor}x`, over: until })
      : linear({ from: `${factor}x`, to: `${to}x`, over: until });
  // Nothing is left of the run.
  if (until === max_iter) return climb;
  const plan = rescale_interval ? after.plan(until, max_iter - until, until) : after.plan(0, max_iter, until);
  const isGlobal = !rescale_interval || after.clock === "global";
  return sequence(climb, isGlobal ? { plan, clock: "global" } : plan);
}

type Refuse = (setting: string, expected: string, received: unknown) => undefined;

function afterWarmup(solver: Solver, refuse: Refuse): After | undefined {
  const { lr_scheduler_name: name, max_iter, gamma, num_decays } = solver;
  if (name === "WarmupCosineLR") {
    const end = solver.base_lr_end / solver.base_lr;
    if (!(end >= 0 && end <= 1)) return refuse("BASE_LR_END", "a number from 0 to BASE_LR", solver.base_lr_end);
    return {
      at: (step) => end + 0.5 * (1 - end) * (1 + Math.cos((Math.PI * step) / max_iter)),
      plan: (_, over) => cosine({ from: "1x", to: `${end}x`, over }),
      clock: "local",
    };
  }
  if (name === "WarmupMultiStepLR") {
    const steps = solver.steps.filter((step) => step <= max_iter);
    const wrong = steps.find((step, i) => !(step > (steps[i - 1] ?? 0) && step < max_iter));
    if (wrong !== undefined) {
      return refuse("STEPS", `numbers from 1 to below MAX_ITER (${max_iter}), each above the one before`, wrong);
    }
    return dropping(steps, solver);
  }
  if (name === "WarmupStepWithFixedGammaLR") {
    if (!(num_decays >= 1)) return refuse("NUM_DECAYS", "a whole number above 0", num_decays);
    if (num_decays > 10_000) return refuse("NUM_DECAYS", "at most 10000", num_decays);
    const isAll = solver.warmup_iters >= max_iter && !solver.rescale_interval;
    // It is asked for its value at the end of training, and has none.
    if (isAll) return refuse("WARMUP_ITERS", `a number below MAX_ITER (${max_iter})`, solver.warmup_iters);
    const times = Array.from({ length: num_decays }, (_, i) => ((i + 1) * max_iter) / (num_decays + 1));
    return dropping(times, { max_iter, gamma });
  }
  const names = '"WarmupMultiStepLR", "WarmupCosineLR", "WarmupStepWithFixedGammaLR" or "WarmupPolyLR"';
  return refuse("LR_SCHEDULER_NAME", names, JSON.stringify(name));
}

/** Drops at these times, of a run of `max_iter`; on the clock of the run also where they are stretched. */
function dropping(times: readonly number[], { max_iter, gamma }: Pick<Solver, "max_iter" | "gamma">): After {
  return {
    at: (step) => power(gamma, times.filter((time) => time <= step).length),
    plan: (begin, over, from) =>
      drops(
        times.map((time) => begin + (time * over) / max_iter),
        gamma,
        from,
      ),
    clock: "global",
  };
}
