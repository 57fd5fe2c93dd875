import { type Plan, PlanError, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { Effort } from "../../src/effort.ts";
import { Held } from "../../src/function/held.ts";
import { type Reading, read } from "../../src/index.ts";
import { closedForm } from "../../src/torch/lambda/closedForm.ts";
import { probesOf } from "../../src/torch/lambda/probes.ts";
import { Lambda } from "../../src/value.ts";

/** A function that is set at some steps, and how often it was computed. */
function counted(set: (step: number) => number | undefined, numbers: readonly number[] = []) {
  const count = { of: 0 };
  const compute = (step: number) => {
    count.of++;
    return set(step) ?? Number.NaN;
  };
  return { count, held: new Held(new Lambda("f", compute, undefined, numbers), 0.5) };
}

const everyTen = (step: number) => (step % 1000 === 10 ? step : undefined);
const text = (condition: string) => `import torch
opt = torch.optim.SGD(m.parameters(), lr=0.1)
def adjust_learning_rate(optimizer, it):
    if ${condition}:
        for g in optimizer.param_groups:
            g["lr"] = 0.01
`;

describe("a rate that is held", () => {
  it("is the same at any step in any order", () => {
    const steps = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 20_011);
    const { held } = counted(everyTen);
    for (const step of [...steps, 10.5, 1010, 1009.25]) {
      const alone = counted(everyTen).held;
      const before = Math.ceil(step) - (Number.isInteger(step) ? 0 : 1);
      const since = before < 10 ? 0.5 : before - ((before - 10) % 1000);
      expect(held.compute(step)).toBe(since);
      expect(alone.compute(step)).toBe(since);
    }
  });

  it("is followed once, however often it is asked for", () => {
    const { count, held } = counted((step) => (step === 3 ? 0.1 : undefined));
    for (let step = 900_000; step > 0; step -= 1000) expect(held.compute(step)).toBe(0.1);
    for (let step = 1; step < 900_000; step += 1000) held.compute(step);
    expect(count.of).toBeLessThan(4_000_000);
  });

  it("is refused where it would be followed too far, and found just before", () => {
    const { count, held } = counted((step) => (step === 0 ? 0.1 : undefined));
    expect(held.compute(1_000_001)).toBe(0.1);
    expect(() => held.compute(1_000_002)).toThrow(PlanError);
    expect(() => held.compute(9e10)).toThrow("a rate that was set at most 1000000 steps before");
    expect(() => held.compute(1e300)).toThrow(PlanError);
    expect(() => held.compute(Number.POSITIVE_INFINITY)).toThrow(PlanError);
    expect(count.of).toBeLessThan(5_100_000);
  });

  it("is looked at no further than its numbers need", () => {
    const { count, held } = counted((step) => (step < 30 ? 0.1 : step === 60 ? 0.01 : undefined), [30, 60]);
    const effort = new Effort();
    const probes = held.within(probesOf(held), effort);
    expect(closedForm(held, effort, probes)).toEqual({ kind: "piecewise", from: "0.1x", at: [60], to: ["0.01x"] });
    expect(count.of).toBeLessThan(40_000);
    const far = counted((step) => (step > 6e7 ? 0.1 : undefined), [6e7]);
    expect(far.held.within(probesOf(far.held), new Effort())).toBeUndefined();
    expect(far.count.of).toBeLessThan(4000);
  });

  it("costs a text no more than all that is measured of it", () => {
    const effort = new Effort();
    let all = 0;
    for (let i = 0; i < 100; i++) {
      const { count, held } = counted((step) => (step > 250_000 ? 0.1 : undefined), [250_000]);
      const probes = held.within(probesOf(held), effort);
      if (probes) closedForm(held, effort, probes);
      all += count.of;
    }
    expect(all).toBeLessThan(3_000_000);
  });

  it("is read of a text whose numbers are far away", () => {
    const rate = ({ program, functions = {} }: Reading) => schedule(program?.lr as Plan, {}, { functions });
    for (const far of ["it > 60000000", "it == 60000000", "it > 90000000000"]) {
      const at = rate(read(text(far))[0] as Reading);
      expect([1, 100, 999_999].map(at)).toEqual([0.1, 0.1, 0.1]);
      expect(() => at(5e7)).toThrow(/^line 3, column 1, the function at 50000000: expected a rate that was set/);
    }
    expect(rate(read(text("it > 60000000"))[0] as Reading)(60_000_001)).toBe(0.01);
    expect(read(text("it > 200000"))[0]?.program?.lr).toEqual({
      kind: "piecewise",
      from: 0.1,
      at: [200_001],
      to: [0.01],
    });
  });
});
