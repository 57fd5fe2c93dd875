import { describe, expect, it } from "vitest";
import {
  format,
  fractions,
  linear,
  multiStep,
  type Plan,
  piecewise,
  product,
  schedule,
  sequence,
  shift,
  warmup,
  warmupMultiFactor,
} from "../../src/index.ts";

/** One schedule's words: a base of 0.1, 5 epochs of warm-up from 0.001, and drops at these milestones. */
const run = { base: 0.1, steps: 100 };
const milestones = [30, 60, 90];
const drops = multiStep({ milestones });
const climb = linear({ from: 0.001, to: "1x", over: 5 });
/** The same climb as a factor. */
const factor = linear({ from: 0.01, to: 1, over: 5 });
/** What the framework's counting changes: a milestone comes one step earlier, or later. */
const early = shift({ plan: drops, by: 1 });
const late = shift({ plan: drops, by: -1 });

/** What each framework means by them: the rate of epochs 0, 1, 4, 5, 29, 30, 31, and the first at a tenth. */
const ROWS: readonly (readonly [framework: string, plan: Plan, rates: readonly number[], firstDrop: number])[] = [
  [
    "maskrcnn-benchmark WarmupMultiStepLR: the warm-up multiplies",
    product(drops, factor),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.01, 0.01],
    30,
  ],
  [
    "PyTorch ChainedScheduler([LinearLR, MultiStepLR])",
    product(drops, factor),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.01, 0.01],
    30,
  ],
  [
    "PyTorch SequentialLR([LinearLR, MultiStepLR([25, 55, 85])], [5])",
    sequence(climb, multiStep({ milestones: [25, 55, 85] })),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.01, 0.01],
    30,
  ],
  [
    "PyTorch SequentialLR([LinearLR, MultiStepLR([30, 60, 90])], [5]): milestones from the end of warm-up",
    warmup({ plan: drops, over: 5, from: 0.001 }),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.1, 0.1],
    35,
  ],
  [
    "detectron2 WarmupParamScheduler, RESCALE_INTERVAL False",
    warmupMultiFactor({ milestones, warmup: 5, from: 0.001 }),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.01, 0.01],
    30,
  ],
  [
    "detectron2 WarmupParamScheduler, RESCALE_INTERVAL True: milestones move with what is left of the run",
    fractions({
      plans: [linear({ from: 0.001, to: "1x", over: "100%" }), multiStep({ milestones: ["30%", "60%", "90%"] })],
      shares: [0.05, 0.95],
    }),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.1, 0.1],
    34,
  ],
  [
    "MMEngine [LinearLR, MultiStepLR]: the last epoch of warm-up is at the base rate",
    product(drops, linear({ from: 0.01, to: 1, over: 5, inclusive: true })),
    [0.001, 0.02575, 0.1, 0.1, 0.1, 0.01, 0.01],
    30,
  ],
  [
    "timm MultiStepLRScheduler, warmup_prefix False: milestones count from 1",
    warmup({ plan: early, over: 5, from: 0.001, clock: "global" }),
    [0.001, 0.0208, 0.0802, 0.1, 0.01, 0.01, 0.01],
    29,
  ],
  [
    "timm MultiStepLRScheduler, warmup_prefix True: and from the end of warm-up",
    warmup({ plan: early, over: 5, from: 0.001 }),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.1, 0.1],
    34,
  ],
  [
    "Composer MultiStepWithWarmupScheduler: the warm-up begins at 0",
    warmup({ plan: drops, over: 5, clock: "global" }),
    [0, 0.02, 0.08, 0.1, 0.1, 0.01, 0.01],
    30,
  ],
  [
    "optax join_schedules([linear, piecewise_constant], [5]) with boundaries less 5",
    sequence({ plan: climb, until: 5 }, piecewise({ from: 0.1, at: [25, 55, 85], to: [0.01, 0.001, 0.0001] })),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.01, 0.01],
    30,
  ],
  [
    "MXNet MultiFactorScheduler, called with the epoch: a milestone is the last at the old rate",
    warmup({ plan: late, over: 5, from: 0.001, clock: "global" }),
    [0.001, 0.0208, 0.0802, 0.1, 0.1, 0.1, 0.01],
    31,
  ],
  [
    "Deformable-ConvNets WarmupMultiFactorScheduler, called with the epoch: the warm-up is constant",
    warmup({ plan: late, over: 5, from: 0.001, curve: "constant", clock: "global" }),
    [0.001, 0.001, 0.001, 0.1, 0.1, 0.1, 0.01],
    31,
  ],
  ["Keras PiecewiseConstantDecay: no warm-up", late, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.01], 31],
];

describe("the same words, as fourteen frameworks mean them", () => {
  it.each(ROWS)("%s", (_, plan, rates, firstDrop) => {
    const lr = schedule(plan, run);
    expect([0, 1, 4, 5, 29, 30, 31].map(lr).map(format)).toEqual(rates.map(format));
    const atATenth = Array.from({ length: 100 }, (_, t) => t).find((t) => t >= 5 && lr(t) === 0.01);
    expect(atATenth).toBe(firstDrop);
    expect(lr(firstDrop - 1)).toBe(0.1);
  });

  it("MXNet's optimizers count updates from 1, so that one step of the climb is lost and the drop is at 30", () => {
    const plan = shift({ plan: warmup({ plan: late, over: 5, from: 0.001, clock: "global" }), by: 1 });
    const lr = schedule(plan, run);
    expect([0, 3, 4, 29, 30].map(lr).map(format)).toEqual(["0.0208", "0.0802", "0.1", "0.1", "0.01"]);
  });
});
