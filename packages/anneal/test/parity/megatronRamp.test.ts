import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { consumed } from "../../src/consumed.ts";
import { batchRamp } from "../../src/index.ts";
import { messageOf } from "../issues.ts";

interface Config {
  readonly rampup_batch_size: readonly [start: number, increment: number, samples: number];
  readonly global_batch_size: number;
  readonly micro_batch_size: number;
  readonly data_parallel_size: number;
  readonly decrease_batch_size_if_needed: boolean;
}

interface Case {
  readonly config: Config;
  readonly raises?: string;
  readonly at: readonly number[];
  readonly values: readonly number[];
  readonly consumed: readonly number[];
}

// Made by parity/frameworks/megatron.py, iteration by iteration, from Megatron's own files. That schedules on this clock
// have Megatron's rates is what ports/megatron.ts says.
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
