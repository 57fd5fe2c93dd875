import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimum, slide, smooth, steep, steepestGradient, valley } from "../../src/finder/index.ts";

const RULES = { valley, slide, steep, minimum, steepestGradient };
const curves = fc
  .array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((losses) => ({ losses, rates: losses.map((_, k) => 1e-5 * 1.2 ** k) }));

describe.each(Object.entries(RULES))("%s", (name, rule) => {
  it("picks a point of the curve, or says that there are too few", () => {
    const least = { valley: 1, minimum: 1, steep: 2, steepestGradient: 2, slide: 16 }[name] as number;
    expect(rule([], [])).toBeUndefined();
    fc.assert(
      fc.property(curves, ({ rates, losses }) => {
        const found = rule(rates, losses);
        expect(found !== undefined).toBe(losses.length >= least);
        if (!found) return;
        expect(losses[rates.indexOf(found.at)]).toBe(found.loss);
        expect(found.rate).toBe(name === "minimum" ? found.at / 10 : found.at);
      }),
    );
  });

  it("does not change the curve, and does not depend on the unit of the rates", () => {
    fc.assert(
      fc.property(curves, ({ rates, losses }) => {
        // Of falls that are the same, rounding picks one.
        const falls = losses.slice(1).map((loss, k) => (loss - (losses[k] as number)).toFixed(6));
        fc.pre(new Set(falls).size === falls.length);
        const [before, halved] = [losses.slice(), rates.map((rate) => rate / 2)];
        const found = rule(halved, losses);
        expect(losses).toEqual(before);
        if (found) expect(rates.indexOf(2 * found.at)).toBe(rates.indexOf(rule(rates, losses)?.at as number));
      }),
    );
  });
});

describe("smooth", () => {
  it("is the weighted mean of all losses so far, the latest with the most weight", () => {
    const beta = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(curves, beta, ({ losses }, beta) => {
        const last = losses.length - 1;
        const weights = losses.map((_, k) => beta ** (last - k));
        const mean = losses.reduce((sum, loss, k) => sum + loss * (weights[k] as number), 0);
        expect(smooth(losses, beta)[last]).toBeCloseTo(mean / weights.reduce((a, b) => a + b), 9);
      }),
    );
  });

  it("gives equal losses back as they are, to the last bit, and all losses with beta 0", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (loss) => {
        expect(new Set(smooth(Array<number>(200).fill(loss)))).toEqual(new Set([loss]));
      }),
    );
    expect(smooth([3, 1, 2], 0)).toEqual([3, 1, 2]);
  });
});
