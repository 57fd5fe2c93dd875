import { PlanError, schedule } from "anneal";
import { expect, test } from "vitest";
import { detectron2 } from "../../src/detectron2/detectron2.ts";
import { maskrcnnBenchmark } from "../../src/detectron2/maskrcnnBenchmark.ts";
import { dataDocument } from "../../src/document.ts";
import { flags } from "../../src/notations/flags.ts";
import { yaml } from "../../src/notations/yaml.ts";
import { readAs, readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { data } from "../data.ts";

function read(solver: object, values: Values = {}, more: object = {}): Reading {
  return readAs(detectron2, dataDocument("yaml", data({ SOLVER: solver, ...more })), values)[0] as Reading;
}

const rates = ({ program, run = {} }: Reading, at: readonly number[]): number[] =>
  at.map(schedule(program?.lr as never, run));
const near = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 15));

test("a file's SOLVER is read as yacs reads it, with detectron2's own defaults", () => {
  const [reading] = readDocument(
    yaml("VERSION: 2\nSOLVER:\n  STEPS: (60000, 80000)\n  MAX_ITER: 90000\n  BASE_LR: 2e-2\n"),
    {},
  );
  expect(reading).toMatchObject({
    framework: "detectron2",
    name: "SOLVER",
    unit: "update",
    run: { base: 0.02, steps: 90_000 },
    program: {
      lr: {
        kind: "sequence",
        parts: [
          { kind: "linear", from: "0.001x", to: "1x", over: 1000 },
          { plan: { kind: "piecewise", from: "1x", at: [60_000, 80_000], to: ["0.1x", "0.01x"] }, clock: "global" },
        ],
      },
    },
    needs: [],
  });
  // detectron2 0.6's build_lr_scheduler on fvcore 0.1.5.
  expect(rates(reading as Reading, [0, 500, 1000, 60_000, 80_000])).toEqual(near([2e-5, 0.01001, 0.02, 0.002, 0.0002]));
});

test("what is not in a file with a base is asked for", () => {
  const solver = { WARMUP_ITERS: 10 };
  const asked = read(solver, {}, { _BASE_: "../Base-RCNN-FPN.yaml" });
  expect(asked.program).toBeUndefined();
  expect(asked.needs.map(({ name }) => name)).toEqual(["SOLVER.MAX_ITER", "SOLVER.STEPS"]);
  const values = { "SOLVER.MAX_ITER": 100, "SOLVER.STEPS": [50] };
  const answered = read(solver, values, { _BASE_: "../Base-RCNN-FPN.yaml" });
  expect(answered.needs.map(({ name }) => name)).toEqual(["SOLVER.BASE_LR"]);
  expect(answered.notes.map(({ text }) => text).join()).toContain("other files");
  expect(rates({ ...answered, run: { base: 1 } }, [5, 49, 50])).toEqual(near([0.5005, 1, 0.1]));
});

test("a command line's settings are read", () => {
  const text =
    'python tools/train_net.py --config-file base.yaml --num-gpus 1 SOLVER.BASE_LR 0.0025 SOLVER.STEPS "(480, 640)" ' +
    "SOLVER.MAX_ITER 720 SOLVER.WARMUP_ITERS 0";
  const [reading] = readDocument(flags(text), {});
  expect(reading).toMatchObject({ framework: "detectron2", run: { base: 0.0025, steps: 720 } });
  expect(rates(reading as Reading, [479, 480, 640])).toEqual(near([0.0025, 0.00025, 0.000025]));
});

test("DeepLab's polynomial goes by settings of its own", () => {
  const solver = { LR_SCHEDULER_NAME: "WarmupPolyLR", BASE_LR: 0.01, MAX_ITER: 100, WARMUP_ITERS: 0, POLY_LR_POWER: 2 };
  expect(rates(read({ ...solver, POLY_LR_CONSTANT_ENDING: 0.1 }), [0, 50, 90])).toEqual(near([0.01, 0.0025, 0.001]));
});

test("settings for other devices are scaled", () => {
  const solver = { BASE_LR: 0.1, MAX_ITER: 5000, STEPS: [4000], WARMUP_ITERS: 0, REFERENCE_WORLD_SIZE: 8 };
  expect(read(solver).needs.map(({ name }) => name)).toEqual(["world_size"]);
  const scaled = read(solver, { world_size: 16 });
  expect(scaled.run).toEqual({ base: 0.2, steps: 2500 });
  expect(rates(scaled, [1999, 2000])).toEqual(near([0.2, 0.02]));
});

test("maskrcnn-benchmark has the same settings with its own defaults, and drops while it warms up", () => {
  const solver = { BASE_LR: 0.03, MAX_ITER: 1000, STEPS: [250, 750] };
  const document = dataDocument("yaml", data({ MODEL: { WEIGHT: "catalog://R-50" }, SOLVER: solver }));
  expect(detectron2.configuration?.recognises(document)).toBe(false);
  const [reading] = readDocument(document, {});
  expect(reading?.framework).toBe("maskrcnn-benchmark");
  // base * (1/3 * (1 - t / 500) + t / 500) * 0.1 ** passed, as its WarmupMultiStepLR has it.
  expect(rates(reading as Reading, [0, 125, 250, 500, 750])).toEqual(near([0.01, 0.015, 0.002, 0.003, 0.0003]));
  const plain = dataDocument("yaml", data({ SOLVER: solver }));
  expect(readDocument(plain, {}).map(({ framework }) => framework)).toEqual(["detectron2"]);
  const chosen = readDocument(plain, { from: "maskrcnn-benchmark" })[0] as Reading;
  expect(rates(chosen, [125])).toEqual(near([0.015]));
  expect(maskrcnnBenchmark.entries["maskrcnn_benchmark.solver.WarmupMultiStepLR"]).toBeDefined();
});

test("a SOLVER that counts epochs is another's", () => {
  for (const solver of [
    { BASE_LR: 0.1, LR_POLICY: "cosine", MAX_EPOCH: 200 },
    { MAX_EPOCHS: 3, STEPS: [1] },
    { AMP: {} },
  ]) {
    expect(detectron2.configuration?.recognises(dataDocument("yaml", data({ SOLVER: solver })))).toBe(false);
  }
});

test.each([
  [{ LR_SCHEDULER_NAME: "CosineLR" }, /LR_SCHEDULER_NAME: expected "WarmupMultiStepLR", .*received "CosineLR"/],
  [{ STEPS: [40, 30], MAX_ITER: 50 }, /STEPS: expected numbers from 1 to below MAX_ITER \(50\).*received 30/],
  [{ STEPS: [50], MAX_ITER: 50 }, /STEPS: .*received 50/],
  [{ STEPS: "(a, b)" }, /STEPS\[0\]: expected a finite number, received "a"/],
  [{ MAX_ITER: 0 }, /MAX_ITER: expected a whole number above 0, received 0/],
  [{ BASE_LR: "1e999" }, /BASE_LR: expected a finite number/],
  [{ LR_SCHEDULER_NAME: "WarmupCosineLR", BASE_LR: 0.1, BASE_LR_END: 1 }, /BASE_LR_END: expected a number from 0 to/],
  [{ LR_SCHEDULER_NAME: "WarmupStepWithFixedGammaLR", MAX_ITER: 9 }, /WARMUP_ITERS: expected a number below MAX_ITER/],
  [{ WARMUP_METHOD: "burn_in" }, /WARMUP_METHOD: expected "linear" or "constant", received burn_in/],
])("%j is refused", (solver, message) => {
  expect(() => read(solver)).toThrow(PlanError);
  expect(() => read(solver)).toThrow(message);
});
