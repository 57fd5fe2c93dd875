import { describe, it } from "vitest";
import { bindController } from "../../src/controllers/controller.ts";
import { Problems } from "../../src/error.ts";
import { type Controller, greedy, kerasPlateau, optaxPlateau, plateau } from "../../src/index.ts";
import { NUMBER, type Row, type Rows, takes } from "../options.ts";

const COUNT = "a whole number from 0";
const ZERO: Row = [COUNT, { default: 0 }];
const BELOW_1 = "a finite number from 0 below 1";
const TOLERANCE: Row = [NUMBER, { default: undefined }];

const monitor: Row = ["a text of length from 1 below 33", { default: undefined }];
const mode: Row = ["one of min, max", { default: "min" }];

const watch: Rows = {
  monitor,
  mode,
  patience: [COUNT, { default: 10 }],
  rtol: TOLERANCE,
  atol: TOLERANCE,
  cooldown: ZERO,
  eps: [NUMBER, { default: 1e-8 }],
  nonFinite: ["one of bad, skip", { default: "bad" }],
};

/** What a controller does with metrics that get better, stay, and are no numbers. */
function followed(controller: unknown): unknown {
  const problems = new Problems();
  const bound = bindController(controller as Controller, 1, "", problems);
  problems.throwIfAny();
  let state = bound?.start([1]);
  const metrics = [3, 2, 2 - 1e-7, ...Array(30).fill(2), Number.NaN, ...Array(1000).fill(2)];
  return metrics.map((metric) => {
    const outcome = state && bound?.next(state, metric, [0.5 * (state.scales[0] as number)]);
    state = outcome?.state;
    return outcome;
  });
}

describe("a controller", () => {
  it("takes plateau's options", () => {
    takes((fields) => followed(fields), plateau() as never, {
      ...watch,
      factor: [BELOW_1, { default: 0.1 }],
      minRate: [NUMBER, { default: 0 }],
      minScale: [BELOW_1, { default: 0 }],
      accumulate: ["a whole number above 0", { default: 1 }],
    });
  });

  it("takes greedy's options", () => {
    takes((fields) => followed(fields), greedy() as never, {
      ...watch,
      factor: ["a finite number above 0 below 1", { default: 0.95 }],
      warmup: ZERO,
      minRate: [NUMBER, { default: 1e-3 }],
      maxRate: [NUMBER, { default: 1 }],
      window: ZERO,
      resetStart: [COUNT, { default: 500 }],
    });
  });
});

describe("a preset", () => {
  it("takes Keras's options", () => {
    takes(
      kerasPlateau,
      {},
      {
        monitor,
        factor: [BELOW_1, { default: 0.1 }],
        patience: [COUNT, { default: 10 }],
        mode,
        minDelta: ["a finite number above -Infinity", { default: 1e-4 }],
        cooldown: ZERO,
        minLr: [NUMBER, { default: 0 }],
      },
    );
  });

  it("takes optax's options", () => {
    takes(
      optaxPlateau,
      {},
      {
        factor: ["a finite number above 0 below 1", { default: 0.1 }],
        patience: ["a whole number above 0", { default: 10 }],
        rtol: [NUMBER, { default: 1e-4 }],
        atol: [NUMBER, { default: 0 }],
        cooldown: ZERO,
        accumulationSize: ["a whole number above 0", { default: 1 }],
        minScale: [BELOW_1, { default: 0 }],
      },
    );
  });
});
