import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type RunOptions, run } from "../../src/index.ts";
import { count, type Loop } from "../../src/loop/count.ts";
import { messageOf } from "../issues.ts";

/** A real loop: what it was given, and what it did. */
interface Case {
  readonly options: RunOptions;
  /** Samples of one process in an epoch, where the loop tells. */
  readonly each?: number;
  readonly batches: number;
  /** Updates in each epoch, where the loop ends with whole ones. */
  readonly updates?: readonly number[];
  readonly steps: number;
}

// Made by parity/loops/make.py: every update was really made, by the framework's own loop.
const text = readFileSync(new URL("./loops.json", import.meta.url), "utf8");
const { loops } = JSON.parse(text) as { loops: Record<string, { ran: string; cases: Case[] }> };

describe.each(Object.entries(loops))("the updates that %s makes", (_, { ran, cases }) => {
  it(`are what run counts: ${ran}`, () => {
    for (const one of cases) {
      const { options, batches, updates, steps } = one;
      const label = JSON.stringify(one);
      if (steps === 0) {
        expect(
          messageOf(() => run(options)),
          label,
        ).toMatch(batches === 0 ? /^samples: / : /^accumulate: /);
        continue;
      }
      const counted = run(options);
      expect(counted.steps, label).toBe(steps);
      if (!updates) continue;
      const { lastAccumulation, accumulate = 1 } = options;
      if (lastAccumulation === "carry") expect(counted.stepsPerEpoch, label).toBe(batches / accumulate);
      else expect(updates, label).toEqual(updates.map(() => counted.stepsPerEpoch));
    }
  });

  it("come from as many samples and batches", () => {
    for (const { options, each, batches } of cases) {
      const counted = count({ uneven: "pad", lastAccumulation: "update", ...options } as Loop);
      expect(counted, JSON.stringify(options)).toMatchObject({
        batches,
        ...(each === undefined ? {} : { perProcess: each }),
      });
    }
  });
});

describe("the table of loops", () => {
  const all = Object.values(loops).flatMap(({ cases }) => cases);

  it("has hundreds of loops of every kind", () => {
    expect(Object.keys(loops)).toEqual([
      "PyTorch, update",
      "PyTorch, carry",
      "PyTorch, drop",
      "Accelerate, update",
      "Accelerate, carry",
      "Lightning",
      "transformers 4",
      "transformers 5",
    ]);
    expect(all.length).toBeGreaterThan(800);
    for (const { cases } of Object.values(loops)) expect(cases.length).toBeGreaterThanOrEqual(90);
  });

  it("has every way in which a count may be rounded", () => {
    const some = (what: (one: Case) => unknown) => expect(all.filter(what).length).toBeGreaterThan(20);
    some(({ options: { samples, processes = 1, uneven } }) => samples % processes && uneven === "drop");
    some(({ options: { samples, processes = 1, uneven } }) => samples % processes && uneven !== "drop");
    some(({ options: { dropLast, batchSize }, each = 0 }) => dropLast && each % batchSize);
    some(({ options: { accumulate = 1 }, batches }) => batches % accumulate);
    some(({ options: { accumulate = 1 }, batches }) => batches < accumulate);
    some(({ options: { epochs } }) => epochs % 1);
    some(({ steps }) => steps === 0);
  });
});
