import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  inverseSqrt,
  linear,
  multiStep,
  type Plan,
  sequence,
  warmupConstant,
  warmupCosine,
  wsd,
} from "../../../src/index.ts";
import { toMegatron } from "../../../src/interop/write/megatron/index.ts";

const RUN = { base: 0.1, steps: 100 };
const flagsOf = (plan: Plan, run: object = RUN): string =>
  toMegatron(plan as never, run as never).code.replaceAll(" \\\n", " ");

describe("toMegatron", () => {
  it.each<[Plan, string]>([
    [constant({ value: "1x" }), "--lr 0.1 --lr-decay-style constant\n"],
    [
      warmupConstant({ warmup: 5, from: 0.01 }),
      "--lr 0.1 --lr-warmup-iters 5 --lr-warmup-init 0.01 --lr-decay-style constant\n",
    ],
    [
      linear({ from: 0, to: "1x", over: 100 }),
      "--lr 0.1 --lr-warmup-iters 100 --lr-decay-style constant --lr-decay-iters 101\n",
    ],
    [
      linear({ from: "1x", to: 0.01, over: 50 }),
      "--lr 0.1 --min-lr 0.01 --lr-decay-style linear --lr-decay-iters 50\n",
    ],
    [warmupCosine({ warmup: 5 }), "--lr 0.1 --lr-warmup-iters 5 --lr-decay-style cosine --lr-decay-iters 100\n"],
    [
      inverseSqrt({ warmup: 5 }),
      "--lr 0.1 --lr-warmup-iters 5 --lr-decay-style inverse-square-root --lr-decay-iters 100\n",
    ],
    [
      wsd({ warmup: 5, decay: 20, decayCurve: "exponential", to: 0.01 }),
      "--lr 0.1 --min-lr 0.01 --lr-warmup-iters 5 --lr-decay-style WSD --lr-decay-iters 100 --lr-wsd-decay-style exponential --lr-wsd-decay-iters 20\n",
    ],
    [
      wsd({ warmup: 0, decay: 20, decayCurve: "sqrt", to: 0 }),
      "--lr 0.1 --lr-decay-style WSD --lr-decay-iters 100 --lr-wsd-decay-style minus_sqrt --lr-wsd-decay-iters 20\n",
    ],
  ])("%j", (plan, flags) => {
    expect(flagsOf(plan)).toBe(flags);
    expect(toMegatron(plan as never, RUN as never).exact).toBe(true);
  });

  it.each<[Plan, string]>([
    [multiStep({ milestones: [30] }), "this is from step 0 0.1, from step 30 0.01"],
    [cosine({ from: 0, to: "1x", over: 50 }), "this is from step 0 a cosine curve"],
    [
      { kind: "product", factors: [cosine({ from: 1, to: 0, over: 200 }), cosine({ from: 1, to: 0, over: 300 })] },
      "this is from step 0 a product curve",
    ],
    [{ kind: "powerLaw", from: "1x", every: 5, power: -0.5 }, "this is from step 0 a powerLaw curve"],
    [linear({ from: "1x", to: 0, over: 9.5 }), "this is from step 0 a linear curve"],
    // Its annealing would begin at the level.
    [
      sequence(constant({ value: "1x", over: 30 }), linear({ from: "0.5x", to: 0, over: 70 })),
      "this is from step 0 0.1, from step 30 a linear curve",
    ],
  ])("%j has no flags, and the notes say what it is", (plan, note) => {
    const { code, exact, notes } = toMegatron(plan as never, RUN as never);
    expect([code, exact, notes[1]]).toEqual(["", false, note]);
  });
});
