import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { consumed } from "../../src/consumed.ts";
import {
  batchRamp,
  clamp,
  clock,
  constant,
  cosine,
  linear,
  type Plan,
  powerLaw,
  schedule,
  sequence,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";

interface Config {
  readonly rampup_batch_size: readonly [start: number, increment: number, samples: number];
  readonly global_batch_size: number;
  readonly micro_batch_size: number;
  readonly data_parallel_size: number;
  readonly decrease_batch_size_if_needed: boolean;
  readonly lr: {
    readonly init_lr: number;
    readonly max_lr: number;
    readonly min_lr: number;
    readonly lr_warmup_steps: number;
    readonly lr_decay_steps: number;
    readonly lr_decay_style: "constant" | "linear" | "cosine" | "inverse-square-root";
  };
}

interface Case {
  readonly config: Config;
  readonly raises?: string;
  readonly at: readonly number[];
  readonly values: readonly number[];
  readonly consumed: readonly number[];
  readonly rates: readonly number[];
}

// Made by parity/frameworks/megatron.py, iteration by iteration, from Megatron's own files.
const text = readFileSync(new URL("./megatron.json", import.meta.url), "utf8");
const { version, schedules } = JSON.parse(text) as { version: string; schedules: Record<string, { cases: Case[] }> };
const cases = schedules.rampup_batch_size?.cases ?? [];
const ran = cases.filter(({ raises }) => raises === undefined);

function rampOf(config: Config) {
  const { rampup_batch_size, global_batch_size, micro_batch_size, data_parallel_size } = config;
  const [start, increment, samples] = rampup_batch_size;
  const multiple = config.decrease_batch_size_if_needed ? micro_batch_size * data_parallel_size : 1;
  return batchRamp({ start, increment, samples, size: global_batch_size, multiple });
}

/** Megatron's schedule on its own clock: it warms up to sample W inclusive, and is at its minimum after sample D. */
function planOf({
  init_lr,
  max_lr,
  min_lr,
  lr_warmup_steps: W,
  lr_decay_steps: D,
  lr_decay_style,
}: Config["lr"]): Plan {
  const warmup = linear({ from: init_lr, to: max_lr, over: W });
  const fall = { from: max_lr, to: min_lr, over: D - W };
  const root = powerLaw({ from: max_lr, every: Math.max(W, 1), power: -0.5 });
  const styles = {
    constant: constant({ value: max_lr }),
    linear: linear(fall),
    cosine: cosine(fall),
    "inverse-square-root": W > 0 ? root : sequence(constant({ value: max_lr, over: 1 }), root),
  };
  const whole = sequence(
    warmup,
    clamp({ plan: styles[lr_decay_style], min: lr_decay_style === "inverse-square-root" ? min_lr : 0 }),
  );
  return lr_decay_style === "inverse-square-root"
    ? sequence({ plan: whole, until: D + 0.5 }, constant({ value: min_lr }))
    : whole;
}

describe(`a ramp-up of the batch size as Megatron ${version} computes it`, () => {
  it("has its size and its consumed samples at every iteration", () => {
    for (const { config, at, values, consumed: before } of ran) {
      const samples = (t: number): number => consumed(rampOf(config), t);
      const label = JSON.stringify(config);
      expect(
        at.map((iteration) => samples(iteration)),
        label,
      ).toEqual(before);
      expect(
        at.map((iteration) => samples(iteration + 1) - samples(iteration)),
        label,
      ).toEqual(values);
    }
  });

  it("bends a schedule on the clock of samples as Megatron's", () => {
    for (const { config, at, rates } of ran) {
      const lr = schedule(clock({ unit: "samples", plan: planOf(config.lr) }), { samplesPerStep: rampOf(config) });
      at.forEach((iteration, i) => {
        const theirs = rates[i] as number;
        const label = `${JSON.stringify(config)} at ${iteration}`;
        expect(Math.abs(lr(iteration) - theirs), label).toBeLessThanOrEqual(1e-12 * theirs + 1e-15 * config.lr.max_lr);
      });
    }
  });

  it("is refused where Megatron fails, but for a ramp that does not rise", () => {
    const seen = new Set<string>();
    for (const { config, raises } of cases) {
      // How a batch is shared among processes is no matter of its size.
      if (raises === undefined || raises.includes("divisible by micro-batch-size")) continue;
      const [start, , samples] = config.rampup_batch_size;
      if (start === config.global_batch_size && samples > 0) {
        // It divides by the number of rises; the size is simply the same from the first update on.
        expect(rampOf(config)).toEqual({ from: start, at: [], to: [] });
        seen.add("no rise");
      } else seen.add(messageOf(() => rampOf(config)).split(":")[0] as string);
    }
    expect([...seen].sort()).toEqual(["no rise", "samples", "size"]);
  });

  it("is tried on enough of them", () => {
    expect(ran.length).toBeGreaterThan(150);
    expect(ran.filter(({ config }) => rampOf(config).at.length > 1).length).toBeGreaterThan(80);
    const rounds = ({ rampup_batch_size, micro_batch_size, data_parallel_size }: Config) =>
      rampup_batch_size[0] % (micro_batch_size * data_parallel_size) > 0;
    expect(ran.filter(({ config }) => rounds(config)).length).toBeGreaterThan(0);
  });
});
