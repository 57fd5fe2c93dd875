import { assertType, test } from "vitest";
import {
  cosine,
  cosineWave,
  cyclic,
  exponentialDecay,
  fractions,
  inverseTime,
  linear,
  multiStep,
  oneCycle,
  type Plan,
  piecewiseInterpolate,
  restarts,
  schedule,
  swa,
} from "../../src/index.ts";

const wave = cosine({ from: "1x", to: 0, over: "5 epochs" });

test("a recipe of cycles needs what its plan and its units need", () => {
  schedule(restarts({ plan: wave, growth: 2 }), { base: 0.1, stepsPerEpoch: 10 });
  schedule(restarts({ plan: linear({ from: 1, to: 0, over: 5 }) }));
  // @ts-expect-error no stepsPerEpoch
  schedule(restarts({ plan: wave }), { base: 0.1 });
  schedule(cyclic({ base: 0.1, peak: 1, up: 5 }));
  // @ts-expect-error no base
  schedule(cyclic({ base: 0.1, peak: "1x", up: 5 }));
  // @ts-expect-error no stepsPerEpoch
  schedule(cyclic({ base: 0.1, peak: 1, up: 5, down: "1 epoch" }));
  schedule(oneCycle({ peak: 1, over: 10 }).lr);
  schedule(oneCycle({ peak: 1, over: "100%" }).momentum, { steps: 10 });
  // @ts-expect-error no steps
  schedule(oneCycle({ peak: 1, over: "100%" }).momentum);
  // @ts-expect-error no base
  schedule(oneCycle({ peak: "10x", over: 10 }).lr);
});

test("so does one of parts", () => {
  schedule(fractions({ plans: [wave, wave], shares: [0.5, 0.5] }), { base: 0.1, stepsPerEpoch: 10, steps: 100 });
  // @ts-expect-error no steps for the shares
  schedule(fractions({ plans: [multiStep({ milestones: [5] })], shares: [1] }), { base: 0.1 });
  schedule(piecewiseInterpolate({ from: 0, at: [5, 10], to: [1, 0] }));
  // @ts-expect-error no base
  schedule(piecewiseInterpolate({ from: 0, at: [5, 10], to: [1, "0.1x"] }));
  // @ts-expect-error no steps
  schedule(piecewiseInterpolate({ from: 0, at: ["5%"], to: [1] }));
  schedule(swa({ plan: wave, begin: 75, rate: 0.05 }), { base: 0.1, stepsPerEpoch: 10 });
  // @ts-expect-error no base for the plan
  schedule(swa({ plan: wave, begin: 75, rate: 0.05 }), { stepsPerEpoch: 10 });
  // @ts-expect-error no steps for the beginning
  schedule(swa({ plan: linear({ from: 1, to: 0, over: 5 }), begin: "75%", rate: 0.05 }));
});

test("and one of a single formula", () => {
  schedule(exponentialDecay({ every: 5, factor: 0.5, from: 1 }));
  // @ts-expect-error no base
  schedule(exponentialDecay({ every: 5, factor: 0.5 }));
  // @ts-expect-error no base for the floor
  schedule(exponentialDecay({ every: 5, factor: 0.5, from: 1, min: "0.1x" }));
  // @ts-expect-error no base
  schedule(inverseTime({ every: 5 }));
});

test("one cycle is a program of the rate and of what was asked for", () => {
  assertType<{ readonly lr: Plan; readonly momentum: Plan }>(oneCycle({ peak: 1, over: 10 }));
  assertType<{ readonly lr: Plan; readonly beta1: Plan }>(oneCycle({ peak: 1, over: 10, momentum: "beta1" }));
  // @ts-expect-error it is momentum that was asked for
  oneCycle({ peak: 1, over: 10 }).beta1;
});

test("a wrong option is refused", () => {
  // @ts-expect-error a plan without ends
  restarts({ plan: multiStep({ milestones: [5] }) });
  // @ts-expect-error tMult is torch's word
  restarts({ plan: wave, tMult: 2 });
  // @ts-expect-error mode is torch's word
  cyclic({ base: 0, peak: 1, up: 5, mode: "triangular2" });
  // @ts-expect-error cos is torch's word
  oneCycle({ peak: 1, over: 10, strategy: "cos" });
  // @ts-expect-error one scaling for each plan
  fractions({ plans: [cosineWave({ from: 0, to: 1, over: 5 })], shares: [1], scaling: "fixed" });
  // @ts-expect-error no rate
  swa({ plan: wave, begin: 75 });
});
