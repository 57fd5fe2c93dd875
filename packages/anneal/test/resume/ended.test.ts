import { describe, expect, it } from "vitest";
import { type Plan, Scheduler } from "../../src/index.ts";
import { extend } from "../../src/resume/index.ts";

describe("a last part that was over", () => {
  // It is as long as its longest part that ends, and then held; alone the wave would go on.
  const part: Plan = {
    kind: "sum",
    terms: [
      { kind: "cosine", from: 0.1, to: 0.1, over: 16 },
      { kind: "cosineWave", from: 0.5, to: 0.25, over: 3.75 },
    ],
  };
  const lr: Plan = {
    kind: "sequence",
    parts: [
      { plan: { kind: "constant", value: 1 }, until: 8 },
      { plan: part, clock: "global" },
    ],
  };

  it("stays held where the rest of the run is stretched", () => {
    const optimizer = () => ({ paramGroups: [{ lr: 0.1 }] });
    const old = new Scheduler(optimizer(), { lr }, { steps: 800 });
    old.seek(500);
    const { lr: held } = old.rates();
    old.seek(501);
    expect(old.rates().lr).toEqual(held);
    const next = new Scheduler(optimizer(), { lr }, { steps: 2000 });
    old.seek(500);
    next.restore(old.state(), extend);
    for (const step of [500, 600, 1234.5, 2000]) {
      next.seek(step);
      expect(next.rates().lr).toEqual(held?.map((rate) => expect.closeTo(rate, 12)));
    }
  });
});
