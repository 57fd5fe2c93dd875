import { assertType, it } from "vitest";
import {
  constantFactor,
  cosine,
  flatCosine,
  inverseSqrt,
  linearWarmup,
  noise,
  oneTriangle,
  type Plan,
  rangeTest,
  schedule,
  triStage,
  warmup,
  warmupCosine,
  warmupLinear,
  weightDecayRamp,
  wsd,
} from "../../src/index.ts";

const plan = cosine({ from: "1x", to: 0, over: "rest" });

it("asks for the facts of the plan, of the warm-up and of the defaults", () => {
  assertType<Plan>(warmup({ plan, over: "5 epochs" }));
  schedule(warmup({ plan, over: "5 epochs" }), { base: 0.1, steps: 100, stepsPerEpoch: 10 });
  // @ts-expect-error: the warm-up is in epochs
  schedule(warmup({ plan, over: "5 epochs" }), { base: 0.1, steps: 100 });
  // @ts-expect-error: the plan takes the rest
  schedule(warmup({ plan, over: 5 }), { base: 0.1 });
  // @ts-expect-error: it climbs to the base rate
  schedule(warmup({ plan: cosine({ from: 1, to: 0, over: 9 }), over: 5 }));
  schedule(warmup({ plan: cosine({ from: 1, to: 0, over: 9 }), over: 5, to: 1 }));
  schedule(warmupCosine({ warmup: 5, over: 9 }), { base: 0.1 });
  // @ts-expect-error: it falls during the rest
  schedule(warmupCosine({ warmup: 5 }), { base: 0.1 });
  // @ts-expect-error: its level needs no more than the base, its length the steps
  schedule(warmupLinear({ warmup: "6%", over: 9 }), { base: 0.1 });
  schedule(inverseSqrt({ warmup: 5 }), { base: 0.1 });
  // @ts-expect-error: the timescale is in tokens
  schedule(inverseSqrt({ warmup: 5, timescale: "1e9 tokens" }), { base: 0.1 });
  schedule(wsd({ warmup: 5, stable: 5, decay: 5 }), { base: 0.1 });
  // @ts-expect-error: it stays for the rest
  schedule(wsd({ warmup: 5, decay: 5 }), { base: 0.1 });
  schedule(triStage({ warmup: 1, hold: 1, decay: 1 }), { base: 0.1 });
  // @ts-expect-error: all levels are of the base
  schedule(triStage({ warmup: 1, hold: 1, decay: 1 }));
  // @ts-expect-error: it is flat for a share of the run
  schedule(flatCosine(), { base: 0.1 });
  schedule(constantFactor({ factor: 0.5, over: 3 }), { base: 0.1 });
});

it("asks for nothing that absolute levels and steps do not need", () => {
  schedule(rangeTest({ every: 5 }));
  schedule(oneTriangle({ from: 0.1, to: 1, up: 5 }));
  schedule(weightDecayRamp({ from: 0.1, to: 1, over: 5 }));
  schedule(linearWarmup({ plan: cosine({ from: 1, to: 0, over: 9 }) }));
  schedule(noise({ plan: cosine({ from: 1, to: 0, over: 9 }) }));
  // @ts-expect-error: noise ends with an epoch
  schedule(noise({ plan: cosine({ from: 1, to: 0, over: 9 }), until: "5 epochs" }));
});

it("refuses words of other frameworks", () => {
  // @ts-expect-error: Keras says warmup_steps, it is over
  warmup({ plan, warmupSteps: 5 });
  // @ts-expect-error: not one of the curves
  warmup({ plan, over: 5, curve: "1-sqrt" });
  // @ts-expect-error: updates count from 0 or from 1
  warmup({ plan, over: 5, first: 2 });
  // @ts-expect-error: the decay has no default
  wsd({ warmup: 5 });
});
