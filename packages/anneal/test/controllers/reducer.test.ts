import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindController } from "../../src/controllers/controller.ts";
import { Problems } from "../../src/error.ts";
import { freeze } from "../../src/freeze.ts";
import { drawController, drawMetric } from "../arbitrary/controllers.ts";
import { drawn } from "../arbitrary/draw.ts";
import { drawList } from "../arbitrary/program.ts";
import { runs } from "../arbitrary/runs.ts";

/** A controller, the values of the plan that it scales (for each metric, one for each group), and the metrics. */
const observed = drawn((draw) => {
  const groups = draw.integer(1, 3);
  const metrics = drawList(draw, 1, 40, () => drawMetric(draw));
  const steady = drawList(draw, groups, groups, () => draw.rate());
  const moving = draw.oneIn(2);
  const values = metrics.map(() => (moving ? steady.map((rate) => (draw.oneIn(5) ? 0 : rate * draw.rate())) : steady));
  return { controller: drawController(draw, groups), groups, metrics, values };
});

describe("every controller", () => {
  it("is a pure reducer whose state is JSON and whose scales stay finite", () => {
    const law = ({ controller, groups, metrics, values }: ReturnType<typeof Object> & never) => {
      const problems = new Problems();
      const bound = bindController(controller, groups, "", problems);
      problems.throwIfAny();
      if (!bound) throw new Error("not bound");
      let state = freeze(bound.start(Array(groups).fill(1)));
      (metrics as number[]).forEach((metric, i) => {
        const rates = (values as number[][])[i]?.map((value, g) => value * (state.scales[g] as number)) ?? [];
        const { state: next, reason } = bound.next(state, metric, Object.freeze(rates));
        expect(bound.next(state, metric, rates)).toEqual({ state: next, ...(reason === undefined ? {} : { reason }) });
        expect(JSON.parse(JSON.stringify(next))).toEqual(next);
        expect(Object.keys(next)).toEqual(Object.keys(state));
        expect(next.epoch).toBe(i + 1);
        expect(next.scales.every((scale) => scale >= 0 && scale < 1e12)).toBe(true);
        if (reason === undefined) expect(next.scales).toBe(state.scales);
        expect(bound.read(JSON.parse(JSON.stringify(next)), "", problems)).toEqual(next);
        state = freeze(next);
      });
      problems.throwIfAny();
    };
    fc.assert(fc.property(observed, law as never), { numRuns: runs(1000) });
  });
});
