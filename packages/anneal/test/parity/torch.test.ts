import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MultiStepLR, StepLR, WarmupMultiFactorScheduler } from "../../src/torch/index.ts";

/** One optimizer under one or more schedulers; the rates of every group when built and after each call. */
interface Case {
  readonly name: string;
  readonly bases: readonly number[];
  readonly schedulers: readonly { readonly class: string; readonly options: never }[];
  readonly calls: readonly (readonly [scheduler: number, position: number | null])[];
  readonly rates: readonly (readonly number[])[];
}

interface Optimizer {
  paramGroups: { lr: number }[];
}

const CLASSES: Record<string, new (optimizer: Optimizer, options: never) => { step(epoch?: number): void }> = {
  StepLR,
  MultiStepLR,
  WarmupMultiFactorScheduler,
};

// Made by parity/make.py from the real PyTorch.
const text = readFileSync(new URL("./torch.json", import.meta.url), "utf8");
const { torch, cases } = JSON.parse(text) as { torch: string; cases: Case[] };

describe(`rates as PyTorch ${torch} computes them`, () => {
  it.each(cases)("$name", ({ bases, schedulers, calls, rates }) => {
    const optimizer = { paramGroups: bases.map((lr) => ({ lr })) };
    const driven = schedulers.map(
      ({ class: name, options }) => new (CLASSES[name] as (typeof CLASSES)[string])(optimizer, options),
    );
    const far: string[] = [];
    const compare = (call: number) => {
      for (const [group, { lr }] of optimizer.paramGroups.entries()) {
        const theirs = rates[call]?.[group] as number;
        const peak = Math.max(...rates.map((row) => row[group] as number));
        const near = Math.abs(lr - theirs) <= 1e-12 * Math.abs(theirs) + 1e-15 * peak;
        if (!near) far.push(`after call ${call} (${calls[call - 1]}), group ${group}: torch ${theirs}, anneal ${lr}`);
      }
    };
    compare(0);
    for (const [i, [which, position]] of calls.entries()) {
      if (position === null) driven[which]?.step();
      else driven[which]?.step(position);
      compare(i + 1);
    }
    expect(far).toEqual([]);
  });

  it("covers every class, several groups, and two schedulers on one optimizer", () => {
    const used = new Set(cases.flatMap((one) => one.schedulers.map((scheduler) => scheduler.class)));
    expect([...used].sort()).toEqual(Object.keys(CLASSES).sort());
    expect(cases.filter((one) => one.bases.length > 1).length).toBeGreaterThan(20);
    expect(cases.filter((one) => one.schedulers.length > 1).length).toBeGreaterThanOrEqual(10);
    expect(cases.reduce((sum, one) => sum + one.rates.length, 0)).toBeGreaterThan(3000);
  });
});
