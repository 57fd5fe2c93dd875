import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RobustFit, robustFit } from "../../src/finder/answer/robustFit.ts";

const COUNT = 60;
const rates = Array.from({ length: COUNT }, (_, k) => 1e-5 * 1.3 ** k);
const fit = (ramps: readonly (readonly number[])[], points = COUNT): RobustFit => robustFit(rates, ramps, points, 4);
const small = fc.double({ min: -3, max: 3, noNaN: true });

function expectNear(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  for (const [i, value] of found.entries()) expect(value).toBeCloseTo(expected[i] as number, 9);
}

describe("the robust fit", () => {
  it("of losses on a straight line over ln(rate) is that line, with its slope", () => {
    fc.assert(
      fc.property(small, small, (level, slope) => {
        const line = rates.map((rate) => level + slope * Math.log(rate));
        const found = fit([line, line.map((loss) => loss)]);
        expectNear(found.losses, line);
        expectNear(
          found.slopes,
          line.map(() => slope),
        );
      }),
    );
  });

  it("has the slope of all ramps where one of them lies higher than the others", () => {
    const line = rates.map((rate) => 2 - 0.1 * Math.log(rate));
    const found = fit([line, line.map((loss) => loss + 5), line]);
    expectNear(
      found.slopes,
      line.map(() => -0.1),
    );
    expectNear(found.losses, line);
  });

  it("does not see the spikes of single bad batches, wherever they are", () => {
    const line = rates.map((rate) => 2 - 0.1 * Math.log(rate));
    const spike = fc.tuple(fc.integer({ min: 5, max: COUNT - 6 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(spike, ([at, height]) => {
        const found = fit([line.map((loss, i) => (i === at ? loss + height : loss))]);
        expectNear(found.losses, line);
        expectNear(
          found.slopes,
          line.map(() => -0.1),
        );
      }),
    );
  });

  it("moves and stretches with the losses", () => {
    const losses = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: COUNT, maxLength: COUNT });
    fc.assert(
      fc.property(losses, small, fc.double({ min: 0.1, max: 10, noNaN: true }), (ramp, shift, factor) => {
        const plain = fit([ramp]);
        const moved = fit([ramp.map((loss) => factor * loss + shift)]);
        expectNear(
          moved.losses,
          plain.losses.map((loss) => factor * loss + shift),
        );
        expectNear(
          moved.slopes,
          plain.slopes.map((slope) => factor * slope),
        );
      }),
    );
  });

  it("does not lag behind: at a corner it turns where the losses turn", () => {
    const corner = 1e-5 * 1.3 ** 30;
    const losses = rates.map((rate) => Math.abs(Math.log(rate / corner)));
    const { losses: found, slopes } = fit([losses]);
    expect(found[30]).toBeCloseTo(Math.min(...found), 9);
    expect(slopes[30]).toBeCloseTo(0, 9);
    expect([slopes[24], slopes[36]].map((slope) => Number(slope?.toFixed(9)))).toEqual([-1, 1]);
  });

  it("goes on with the ramps that are left where others have ended", () => {
    const line = rates.map((rate) => 3 + Math.log(rate) / 4);
    expectNear(fit([line, line.slice(0, 20)]).losses, line);
    expect(fit([], 0)).toEqual({ losses: [], slopes: [] });
    expect(fit([[2]], 1)).toEqual({ losses: [2], slopes: [0] });
  });
});
