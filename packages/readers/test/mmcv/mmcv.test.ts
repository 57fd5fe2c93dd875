import { readFileSync } from "node:fs";
import { PlanError, schedule } from "anneal";
import { expect, test } from "vitest";
import { dataDocument } from "../../src/document.ts";
import { mmcv } from "../../src/mmcv/mmcv.ts";
import { readAs } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";
import { data } from "../data.ts";

interface Real {
  readonly rate: number;
  readonly cases: readonly {
    readonly config: { readonly policy: string; readonly by_epoch?: boolean; readonly warmup?: string };
    readonly by_iteration: boolean;
    readonly epochs: number;
    readonly length: number;
    readonly at: readonly number[];
    readonly rates: readonly number[];
  }[];
}

const real = JSON.parse(readFileSync(new URL("real.json", import.meta.url), "utf8")) as Real;

const read = (config: object, values: Values = {}): Reading =>
  readAs(mmcv, dataDocument("json", data(config)), values)[0] as Reading;

const OPTIMIZER = { optimizer: { type: "SGD", lr: real.rate } };

test.each(real.cases)(
  "%#: $config in $epochs epochs of $length",
  ({ config, by_iteration, epochs, length, at, rates }) => {
    const loop = by_iteration
      ? { type: "IterBasedRunner", max_iters: epochs * length }
      : { type: "EpochBasedRunner", max_epochs: epochs };
    const {
      program,
      run = {},
      unit,
    } = read({ ...OPTIMIZER, lr_config: config, runner: loop }, { epoch_length: length });
    const rate = schedule(program?.lr as never, run);
    const step = (update: number) => (unit === "epoch" ? Math.floor(update / length) : update);
    const peak = Math.max(...rates);
    at.forEach((update, i) => {
      const theirs = rates[i] as number;
      expect(Math.abs(rate(step(update)) - theirs)).toBeLessThanOrEqual(1e-12 * theirs + 1e-15 * peak);
    });
  },
);

test("every policy was compared, with and without a warm-up, in epochs and in updates", () => {
  const kinds = new Set(real.cases.map(({ config }) => config.policy));
  expect(kinds.size).toBe(10);
  expect(real.cases.filter(({ config }) => config.warmup).length).toBeGreaterThan(40);
  expect(real.cases.filter(({ config }) => config.by_epoch).length).toBeGreaterThan(40);
});

const STEP = { policy: "step", warmup: "linear", warmup_iters: 500, warmup_ratio: 0.001, step: [8, 11] };

test("the usual detector's schedule needs no length of an epoch for its plan", () => {
  const reading = read({ ...OPTIMIZER, lr_config: STEP, total_epochs: 12 });
  expect(reading.unit).toBe("update");
  const rate = schedule(reading.program?.lr as never, { ...reading.run, stepsPerEpoch: 1000 });
  const expected = [2e-5, 0.02, 0.02, 0.002, 0.0002].map((one) => expect.closeTo(one, 15));
  expect([0, 500, 7999, 8000, 11_000].map(rate)).toEqual(expected);
});

test("steps in epochs are a plan in epochs where nothing warms up", () => {
  const { program, unit, run } = read({ ...OPTIMIZER, lr_config: { policy: "step", step: [8, 11] }, total_epochs: 12 });
  expect(program).toEqual({ lr: { kind: "piecewise", from: "1x", at: [8, 11], to: ["0.1x", "0.01x"] } });
  expect({ unit, run }).toEqual({ unit: "epoch", run: { base: 0.02, steps: 12, stepsPerEpoch: 1 } });
});

test.each([
  [{ policy: "Step", step: 3 }, /policy: expected one of fixed, step/],
  [{ policy: "step", step: [0] }, /step\)\[0\]: expected a whole number above 0/],
  [{ policy: "CosineAnnealing" }, /min_lr: expected either min_lr or min_lr_ratio, received neither/],
  [{ ...STEP, warmup: "cosine" }, /warmup: expected "constant", "linear" or "exp"/],
  [{ ...STEP, warmup_iters: 0 }, /warmup_iters: expected a whole number above 0/],
  [{ ...STEP, warmup_ratio: 0 }, /warmup_ratio\): expected a number above 0/],
  [{ policy: "cyclic", by_epoch: true }, /by_epoch: expected false/],
])("%j is refused", (lr_config, message) => {
  const refused = () => read({ ...OPTIMIZER, lr_config, total_epochs: 12 });
  expect(refused).toThrow(PlanError);
  expect(refused).toThrow(message);
});
