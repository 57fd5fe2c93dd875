import { describe, expect, it } from "vitest";
import { compareLoop, LOOPS, type LoopCase } from "./loopsCompare.ts";

describe("run counts a real loop's samples, batches and updates, and refuses one that makes none", () => {
  it.each(Object.entries(LOOPS))("%s", (_, loop) => {
    expect(compareLoop(loop).failures).toEqual([]);
  });

  it("finds a count that is not the loop's", () => {
    const [one] = LOOPS.Lightning?.cases ?? [];
    for (const wrong of [{ steps: 5 }, { batches: 3 }, { updates: [2, 3] }, { each: 30 }, { steps: 0 }]) {
      expect(compareLoop({ ran: "", cases: [{ ...(one as LoopCase), ...wrong }] }).failures.length).toBe(1);
    }
  });
});

describe("the table of loops", () => {
  const all = Object.values(LOOPS).flatMap(({ cases }) => cases);

  it("has hundreds of loops of every kind", () => {
    expect(Object.keys(LOOPS)).toEqual([
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
    for (const { cases } of Object.values(LOOPS)) expect(cases.length).toBeGreaterThanOrEqual(90);
  });

  it("has every way in which a count may be rounded", () => {
    const some = (what: (one: LoopCase) => unknown) => expect(all.filter(what).length).toBeGreaterThan(20);
    some(({ options: { samples, processes = 1, uneven } }) => samples % processes && uneven === "drop");
    some(({ options: { samples, processes = 1, uneven } }) => samples % processes && uneven !== "drop");
    some(({ options: { dropLast, batchSize }, each = 0 }) => dropLast && each % batchSize);
    some(({ options: { accumulate = 1 }, batches }) => batches % accumulate);
    some(({ options: { accumulate = 1 }, batches }) => batches < accumulate);
    some(({ options: { epochs } }) => epochs % 1);
    some(({ steps }) => steps === 0);
  });
});
