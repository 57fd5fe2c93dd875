import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consumed } from "../../src/consumed.ts";
import { type BatchRampOptions, batchRamp } from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const GPT = { start: 16, increment: 16, samples: 1000, size: 48 };

/** Update by update: the sizes, from how much was consumed before each of them. */
function sizes({ start, increment, samples, size, multiple = 1 }: BatchRampOptions, updates: number): number[] {
  const rise = samples / ((size - start) / increment);
  let before = 0;
  return Array.from({ length: updates }, () => {
    const now = before > samples ? size : start + increment * Math.floor(before / rise);
    const rounded = Math.floor(now / multiple) * multiple;
    before += rounded;
    return rounded;
  });
}

describe("batchRamp", () => {
  it("is the batch sizes of a ramp-up and the updates at which they begin", () => {
    expect(batchRamp(GPT)).toEqual({ from: 16, at: [32, 48], to: [32, 48] });
    expect(batchRamp({ ...GPT, size: 16 })).toEqual({ from: 16, at: [], to: [] });
  });

  it("leaps over sizes when one update is more than a rise takes", () => {
    expect(batchRamp({ start: 100, increment: 1, samples: 50, size: 150 })).toEqual({ from: 100, at: [1], to: [150] });
  });

  it("stays below the last size until more than its samples are consumed", () => {
    // 3 rises over 64 samples: at 64 the quotient 64 / (64 / 3) is rounded to 3.
    expect(batchRamp({ start: 32, increment: 1, samples: 64, size: 35 })).toEqual({
      from: 32,
      at: [1, 2],
      to: [33, 35],
    });
  });

  it("rounds sizes down to a multiple", () => {
    expect(batchRamp({ start: 4, increment: 3, samples: 100, size: 16, multiple: 4 })).toEqual({
      from: 4,
      at: [13, 16, 18],
      to: [8, 12, 16],
    });
  });

  it("counts tokens when it knows how many a sample has", () => {
    expect(batchRamp({ ...GPT, sequenceLength: 1024 })).toEqual({ from: 16_384, at: [32, 48], to: [32_768, 49_152] });
  });

  it("is frozen", () => {
    const ramp = batchRamp(GPT);
    expect([ramp, ramp.at, ramp.to].every(Object.isFrozen)).toBe(true);
  });

  it("is what counting update by update gives, also where a quotient is rounded to just below a whole number", () => {
    expect(9 / (9 / 7)).toBeLessThan(7);
    for (let samples = 1; samples <= 60; samples++) {
      for (let rises = 1; rises <= 30; rises++) {
        for (const start of [1, 3, 4]) {
          const given = { start, increment: 1, samples, size: start + rises };
          const amount = (t: number): number => consumed(batchRamp(given), t);
          const found = sizes(given, 70);
          const ours = found.map((_, i) => amount(i + 1) - amount(i));
          if (ours.join() !== found.join()) expect({ given, sizes: ours }).toEqual({ given, sizes: found });
        }
      }
    }
  });

  it("is what counting update by update gives, whatever is ramped", () => {
    const whole = (max: number) => fc.integer({ min: 1, max });
    const options = fc
      .record({ start: whole(64), increment: whole(32), rises: whole(40), samples: whole(20_000), multiple: whole(8) })
      .map(({ rises, multiple, start, ...rest }) => ({
        ...rest,
        start: start + multiple,
        multiple,
        size: start + multiple + rises * rest.increment,
      }));
    const law = (given: BatchRampOptions) => {
      const ramp = batchRamp(given);
      const amount = (t: number): number => consumed(ramp, t);
      const found = sizes(given, 400);
      expect(found.map((_, i) => amount(i + 1) - amount(i))).toEqual(found);
      expect(ramp.to.every((to, i) => to !== (ramp.to[i - 1] ?? ramp.from))).toBe(true);
    };
    fc.assert(fc.property(options, law), { numRuns: 500 });
  });

  const NUMBER = "a finite number above 0 below 4503599627370496";
  it.each<[unknown, string]>([
    [{ start: 0 }, `start: expected ${NUMBER}, received 0`],
    [{ start: 1.5 }, "start: expected a whole number, received 1.5"],
    [{ increment: "16" }, `increment: expected ${NUMBER}, received "16"`],
    [{ increment: 0.5 }, "increment: expected a whole number, received 0.5"],
    [{ samples: 0 }, `samples: expected ${NUMBER}, received 0`],
    // Beyond that, counting update by update comes to no end.
    [{ samples: 1e100 }, `samples: expected ${NUMBER}, received 1e+100`],
    [{ samples: Number.NaN }, `samples: expected ${NUMBER}, received NaN`],
    [{ size: 47 }, "size: expected start (16) plus at most 100,000 times increment (16), received 47"],
    [{ size: 8 }, "size: expected start (16) plus at most 100,000 times increment (16), received 8"],
    [{ size: 16_000_000 }, "size: expected start (16) plus at most 100,000 times increment (16), received 16000000"],
    [{ multiple: 17 }, "multiple: expected a number up to start (16), received 17"],
    [{ multiple: 0 }, `multiple: expected ${NUMBER}, received 0`],
    [{ sequenceLength: -1 }, `sequenceLength: expected ${NUMBER}, received -1`],
    [
      { sizes: 1 },
      'expected one of start, increment, samples, size, multiple, sequenceLength (did you mean "size"?), received "sizes"',
    ],
    [
      { size: 5, multiple: 17 },
      "size: expected start (16) plus at most 100,000 times increment (16), received 5\nmultiple: expected a number up to start (16), received 17",
    ],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => batchRamp({ ...GPT, ...(options as object) }))).toBe(message);
  });
});
