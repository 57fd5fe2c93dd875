import { describe, expect, it } from "vitest";
import {
  constant,
  cosine,
  exponential,
  linear,
  type Plan,
  piecewise,
  product,
  repeat,
  schedule,
  sequence,
  shift,
  sum,
  tanh,
} from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const down = (over: number) => cosine({ from: 1, to: 0, over });
const stairs = sequence(constant({ value: 1, over: 3 }), constant({ value: 2, over: 3 }));

/** Compares the first steps with rounded numbers of the framework itself. */
function follows(plan: Plan, golden: readonly number[], digits: number): void {
  const lr = schedule(plan);
  golden.forEach((value, t) => {
    expect(lr(t), `step ${t}`).toBeCloseTo(value, digits);
  });
}

describe("repeat", () => {
  it.each([
    [repeat({ plan: down(10) }), {}],
    [repeat({ plan: cosine({ from: 0.1, to: 0, over: 10 }), stretch: 2, scale: 0.5 }), {}],
    [repeat({ plan: linear({ from: "1x", to: 0, over: "2 epochs" }), stretch: 3 }), { base: 0.3, stepsPerEpoch: 7 }],
    [repeat({ plan: stairs, stretch: 1.5, scale: 0 }), {}],
    [repeat({ plan: linear({ from: 0.1, to: 0.2, over: "10%" }), scale: 1.5 }), { steps: 777 }],
    [
      repeat({
        plan: sequence({ plan: repeat({ plan: linear({ from: 0, to: 1, over: 4 }) }), until: 10 }),
        stretch: 2,
      }),
      {},
    ],
    [repeat({ plan: constant({ value: 0.3, over: 1 }), scale: 0.9 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it("is PyTorch's CosineAnnealingWarmRestarts", () => {
    const golden = [1, 0.5, 1, 0.8535533906, 0.5, 0.1464466094, 1, 0.9619397663];
    follows(repeat({ plan: down(2), stretch: 2 }), golden, 10);
  });

  it("is timm's cosine cycles and Ignite's, which shrink", () => {
    const timm = [1, 0.5, 0.5, 0.4267766953, 0.25, 0.0732233047, 0.25, 0.2404849416];
    follows(repeat({ plan: down(2), stretch: 2, scale: 0.5 }), timm, 10);
    const ignite = [1, 0.85355339, 0.5, 0.14644661, 0.5, 0.48096988, 0.4267767];
    follows(repeat({ plan: down(4), stretch: 2, scale: 0.5 }), ignite, 8);
  });

  it("is Transformers' hard restarts, PyTorch's triangle and Ignite's sawtooth", () => {
    follows(repeat({ plan: down(4) }), [1, 0.853553, 0.5, 0.146447, 1, 0.853553, 0.5, 0.146447], 6);
    const triangle = sequence(linear({ from: 0, to: 1, over: 2 }), linear({ from: 1, to: 0, over: 4 }));
    follows(repeat({ plan: triangle }), [0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0.5], 12);
    follows(repeat({ plan: linear({ from: 0, to: 1, over: 4 }) }), [0, 0.25, 0.5, 0.75, 0, 0.25], 12);
  });

  it("begins each cycle exactly, whichever way a logarithm would be rounded", () => {
    for (const stretch of [2, 3, 5, 10]) {
      for (const length of [1, 7, 10, 121, 1000]) {
        const lr = schedule(repeat({ plan: linear({ from: 0.7, to: 0.1, over: length }), stretch }));
        let begin = 0;
        for (let size = 1; begin < 2e8; size *= stretch) {
          expect(lr(begin), `${length} x ${stretch}: step ${begin}`).toBe(0.7);
          expect(lr(begin + size * (length - 1)), `the last of ${size}`).toBe(lr(length - 1));
          if (begin > 1) expect(lr(begin - 1), `step ${begin - 1}`).toBeLessThan(0.7);
          begin += length * size;
        }
      }
    }
    // The restart that PyTorch's logarithm misses: T_0 = 10, T_mult = 3, 10 * (3^5 - 1) / 2.
    const lr = schedule(repeat({ plan: cosine({ from: 0.1, to: 0, over: 10 }), stretch: 3 }));
    expect([lr(1209) < 1e-6, lr(1210)]).toEqual([true, 0.1]);
  });

  it("changes inside of a cycle exactly when that is due, in stretched cycles too", () => {
    const values = (plan: Plan, ...steps: number[]) => steps.map(schedule(plan));
    expect(values(repeat({ plan: stairs }), 0, 2, 3, 5, 6, 8, 9, 300_002, 300_003)).toEqual([
      1, 1, 2, 2, 1, 1, 2, 1, 2,
    ]);
    expect(values(repeat({ plan: stairs, stretch: 3 }), 6, 14, 15, 23, 24, 50, 51)).toEqual([1, 1, 2, 2, 1, 1, 2]);
  });

  it("with a fractional length has no cycle late or early", () => {
    const lr = schedule(repeat({ plan: linear({ from: 0, to: 1, over: 0.1 }) }));
    for (let i = 0; i < 300; i++) {
      expect(lr(i / 10), `step ${i / 10}`).toBeCloseTo(0, 6);
      expect(lr(i / 10)).toBeGreaterThanOrEqual(0);
      expect(lr(i / 10 + 0.05)).toBeCloseTo(0.5, 6);
    }
  });

  it("is its formula with any stretch", () => {
    for (const stretch of [1.1, 1.25, 1.5, 2.5]) {
      const steps = Array.from({ length: 500 }, (_, t) => t * 3.5);
      const expected = steps.map((t) => {
        let [start, size] = [0, 1];
        while (t >= start + 13 * size) {
          start += 13 * size;
          size *= stretch;
        }
        const value = (1 + Math.cos((Math.PI * (t - start)) / (13 * size))) / 2;
        return { value: value * size, scale: size };
      });
      expectNear(steps, schedule(repeat({ plan: down(13), stretch, scale: stretch })), expected);
    }
  });

  it("repeats a plan that jumps at its end, and holds nothing of that", () => {
    const lr = schedule(repeat({ plan: tanh({ from: 1, to: 0, over: 4, lower: -1, upper: 1 }) }));
    expect([4, 8, 12].map(lr)).toEqual([lr(0), lr(0), lr(0)]);
  });

  it.each<[string, number, number, Plan]>([
    ["a whole cycle, at its end", 12, 2, stairs],
    ["a cycle at an inner change, before it", 9, 1, stairs],
    ["a cycle between its changes", 11, 2, stairs],
    ["a line at its end", 8, 1, linear({ from: 0, to: 1, over: 4 })],
    ["a line on its way", 7, 0.75, linear({ from: 0, to: 1, over: 4 })],
    [
      "a cycle of cycles",
      10,
      0.5,
      sequence({ plan: repeat({ plan: linear({ from: 0, to: 1, over: 4 }) }), until: 10 }),
    ],
  ])("leaves behind the end of %s", (_, until, last, plan) => {
    expect(schedule(sequence({ plan: repeat({ plan }), until }, constant({ value: "last" })))(99)).toBe(last);
  });

  it('takes a "rest" inside of a cycle for what the cycle leaves', () => {
    const half = linear({ from: 0, to: 1, over: "rest" });
    const plan = repeat({ plan: product(constant({ value: 1, over: 4 }), half) });
    expect([0, 1, 2, 3, 4, 5, 9].map(schedule(plan, { steps: 100 }))).toEqual([0, 0.25, 0.5, 0.75, 0, 0.25, 0.25]);
  });

  it("knows what came before it, the same in each cycle", () => {
    const plan = sequence(
      constant({ value: 0.8, over: 2 }),
      repeat({ plan: linear({ from: "last", to: 0, over: 4 }) }),
    );
    expect([1, 2, 4, 6, 8].map(schedule(plan))).toEqual([0.8, 0.8, 0.4, 0.8, 0.4]);
  });

  it("grows to the largest number there is, and what is nothing stays nothing", () => {
    const saw = repeat({ plan: linear({ from: 0, to: 1, over: 2 }), scale: 2 });
    expect([1e6, 1e6 + 1, 1e15].map(schedule(saw))).toEqual([0, Number.MAX_VALUE, 0]);
    const tiny = repeat({ plan: linear({ from: 1, to: 0.5, over: 5e-324 }), stretch: 1e300 });
    expect([0, 1, 1e300].map((t) => schedule(tiny)(t) >= 0)).toEqual([true, true, true]);
  });

  it("finds its place among very many changes", () => {
    const at = Array.from({ length: 99_999 }, (_, i) => i + 1);
    const plan = sequence({ plan: piecewise({ from: 0, at, to: at }), until: 100_000 });
    const lr = schedule(repeat({ plan, stretch: 2 }));
    expect([0, 77_777, 100_000, 100_001, 100_002, 299_999].map(lr)).toEqual([0, 77_777, 0, 0, 1, 99_999]);
  });

  it("refuses a plan without an end", () => {
    const expected = "plan: expected an end above 0, received";
    expect(messageOf(() => schedule(repeat({ plan: constant({ value: 1 }) })))).toBe(`${expected} Infinity`);
    expect(messageOf(() => schedule(repeat({ plan: linear({ from: 1, to: 0, over: 0 }) })))).toBe(`${expected} 0`);
    const rest = linear({ from: 1, to: 0, over: "rest" });
    const message = 'plan.over: expected an amount: the rest is shared or endless, received "rest"';
    for (const run of [{}, { steps: 9 }]) {
      expect(messageOf(() => schedule<Plan>(repeat({ plan: rest }), run))).toBe(message);
    }
    for (const by of [-1, 0, 1]) {
      const paths = pathsOf(repeat({ plan: sum(shift({ plan: rest, by }), rest) }));
      expect(paths).toEqual(["plan.terms[0].plan.over", "plan.terms[1].over"]);
    }
    expect(pathsOf(repeat({ plan: product(exponential({ from: 1, factor: 0.5, every: 3 }), down(4)) }))).toEqual([
      "plan",
    ]);
  });

  it("refuses what is wrong in its fields", () => {
    const plan = repeat({ plan: down(4) });
    refusesBadFields(plan);
    expect(pathsOf({ ...plan, stretch: 0.99 })).toEqual(["stretch"]);
    expect(pathsOf({ ...plan, stretch: 0 })).toEqual(["stretch"]);
    expect(pathsOf({ ...plan, scale: -1 })).toEqual(["scale"]);
    expect(pathsOf({ ...plan, plan: { ...down(4), over: -1 } })).toEqual(["plan.over"]);
  });
});
