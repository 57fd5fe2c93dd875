import { describe, expect, it } from "vitest";
import { type Part, type Plan, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const hold = (value: number, over: number): Plan => ({ kind: "constant", value, over });
const after = (...parts: (Plan | Part)[]): number => schedule({ kind: "sequence", parts })(50);

describe("ends that rounding sets apart are one", () => {
  it.each([
    [0.1, 0.3, 0.4],
    [0.1, 0.7, 0.8],
    [0.2, 0.9, 1.1],
  ])("where a part inside ends as its sequence is cut: %d and %d are %d", (start, over, until) => {
    expect(until - start).toBeGreaterThan(over);
    const inside = (plan: Plan): Part => ({ plan: { kind: "sequence", parts: [plan, hold(0.1, 5)] }, until });
    expect(after(hold(1, start), inside(hold(0.5, over)))).toBe(0.5);
    // The root of what is left, a hair after the end, is no number.
    const root: Plan = { kind: "polynomial", from: 1, to: 0.5, over, power: 0.5 };
    expect(after(hold(1, start), inside(root))).toBe(0.5);
    const stairs: Plan = { kind: "piecewise", from: 0.5, at: [over], to: [0.1] };
    expect(after(hold(1, start), { plan: { kind: "product", factors: [stairs, hold(1, 5)] }, until })).toBe(0.5);
  });

  it("where a plan that jumps at its own end is cut there", () => {
    expect(0.1 + 0.2).toBeGreaterThan(0.3);
    const jumps: Plan = {
      kind: "sequence",
      parts: [hold(0.5, 0.2), { kind: "linear", from: 0, to: 0.1, over: 0 }],
    };
    expect(after(hold(1, 0.1), jumps)).toBe(0.1);
    expect(after(hold(1, 0.1), { plan: jumps, until: 0.3 })).toBe(0.1);
  });

  it("where a part ends at a time at which those before it have ended", () => {
    const parts = [hold(1, 0.1), hold(1, 0.2)];
    expect(after(...parts, { plan: hold(0.5, 0), until: 0.3 })).toBe(0.5);
    expect(after(...parts, { plan: hold(0.5, 0.3), clock: "global" })).toBe(0.5);
    expect(messageOf(() => after(...parts, { plan: hold(0.5, 0), until: 0.2999 }))).toContain(
      "parts[2]: expected an end",
    );
  });

  it("at whole steps, which are the first of what begins there", () => {
    const tenths = Array.from({ length: 10 }, () => hold(1, 0.7));
    expect(tenths.reduce((end) => end + 0.7, 0)).toBeGreaterThan(7);
    const halved = (parts: readonly Plan[]) => schedule({ kind: "sequence", parts: [...parts, hold(0.5, 1)] });
    expect([6, 7].map(halved(tenths))).toEqual([1, 0.5]);
    expect([6, 7].map(halved([{ kind: "sequence", parts: tenths }]))).toEqual([1, 0.5]);
    expect(2.2 - 1.2).toBeGreaterThan(1);
    const ahead: Plan = { kind: "shift", plan: { kind: "piecewise", from: 1, at: [2.2], to: [0.5] }, by: 1.2 };
    expect([0, 1].map(schedule(ahead))).toEqual([1, 0.5]);
  });
});
