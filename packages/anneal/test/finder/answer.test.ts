import { describe, expect, it } from "vitest";
import { type FinderAnswer, type FinderInterval, findLearningRate } from "../../src/finder/index.ts";
import { counting } from "./training.ts";

/** Normal numbers, always the same ones. */
function gauss(seed: number): () => number {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

type Curve = (rate: number, seed: number) => number;

/** The answer for losses on a curve with noise on them. */
async function answerTo(curve: Curve, noise = 0, options: object = {}): Promise<FinderAnswer> {
  const random = gauss(20261122);
  const step = (rate: number, { seed }: { readonly seed: number }) => curve(rate, seed) + noise * random();
  const ends = { from: 1e-6, to: 10, seeds: [0, 1, 2] };
  return (await findLearningRate({ ...ends, ...counting(step), ...options })).answer;
}

const codes = ({ reasons }: FinderAnswer) => reasons.map(({ code }) => code);
const interval = (answer: FinderAnswer) => {
  if (!answer.found) throw new Error(answer.reasons.map(({ text }) => text).join());
  return answer as FinderInterval;
};

/** A usual curve: flat, then falling around a rate by two thirds, then rising steeply from a hundred times that on. */
const usual =
  (rate: number): Curve =>
  (at) =>
    1.5 - Math.tanh(Math.log(at / rate) / 1.5) / 2 + Math.max(Math.log(at / rate / 20), 0) ** 3;

describe("an interval", () => {
  it("is where the loss falls, with high confidence when nothing is against it", async () => {
    for (const rate of [1e-4, 3e-3, 0.02]) {
      const { from, to, rate: middle, confidence, reasons } = interval(await answerTo(usual(rate), 0.02));
      expect(from).toBeLessThan(rate);
      expect(to).toBeGreaterThan(rate);
      expect(to / from).toBeLessThan(40);
      expect(middle).toBeCloseTo(Math.sqrt(from * to), 12);
      expect(confidence).toBe("high");
      expect(codes({ found: true, reasons } as FinderInterval)).toEqual(["falls", "turns", "seedsAgree"]);
    }
  });

  it("ends where half of the steepest slope is, on a curve without noise", async () => {
    // The slope of tanh(x / 1.5) is half of its steepest at x = 1.5 * acosh(sqrt(2)).
    const reach = Math.exp(1.5 * Math.acosh(Math.SQRT2));
    const { from, to } = interval(await answerTo(usual(1e-3), 0, { updates: 800 }));
    expect(Math.abs(Math.log(from / (1e-3 / reach)))).toBeLessThan(0.2);
    expect(Math.abs(Math.log(to / (1e-3 * reach)))).toBeLessThan(0.2);
  });

  it("does not move with the scale and the level of the losses", async () => {
    const { from, to } = interval(await answerTo(usual(1e-3)));
    for (const [factor, level] of [
      [1e-3, 0],
      [100, 0],
      [1, 3],
    ] as const) {
      const scaled = (rate: number, seed: number) => factor * usual(1e-3)(rate, seed) + level;
      expect(interval(await answerTo(scaled))).toMatchObject({ from, to });
    }
  });

  it("is found with a linear ramp too", async () => {
    const { from, to } = interval(await answerTo(usual(2), 0.02, { from: 0.01, to: 60, ramp: "linear", updates: 300 }));
    expect(from).toBeLessThan(2);
    expect(to).toBeGreaterThan(2);
  });

  it.each<[string, string, Curve, object]>([
    ["medium", "stillFalling", (rate) => 2 - Math.tanh(rate / 20), {}],
    ["medium", "alreadyFalling", (rate) => 3 - Math.log10(rate / 1e-6) / 4 + Math.max(rate - 1, 0) ** 2, {}],
    ["medium", "oneCurve", usual(1e-3), { seeds: [7] }],
    ["medium", "seedsDiffer", (rate, seed) => usual(1e-3 * 2.5 ** seed)(rate, seed), {}],
    ["low", "oneCurve", (rate) => 2 - Math.tanh(rate / 20), { seeds: [7] }],
  ])("has confidence %s because of %s", async (confidence, code, curve, options) => {
    const answer = interval(await answerTo(curve, 0.005, options));
    expect(codes(answer)).toContain(code);
    expect(answer.confidence).toBe(confidence);
  });

  it("counts seeds that give the very same losses as one curve", async () => {
    const answer = interval(await answerTo(usual(1e-3), 0));
    expect(codes(answer)).toContain("oneCurve");
    expect(answer.confidence).toBe("medium");
  });

  it("is faint where the fall is small beside the scatter", async () => {
    const small = (rate: number, seed: number) => 1 + 0.1 * usual(1e-3)(rate, seed);
    expect(codes(await answerTo(small, 0.035))).toContain("faint");
  });

  it("ends before a loss that comes back down after it had exploded", async () => {
    const curve = (rate: number) => (rate > 1 ? 0.1 : usual(1e-3)(rate, 0));
    const { to } = interval(await answerTo(curve, 0.01, { divergence: 1e9 }));
    expect(to).toBeLessThan(0.1);
  });
});

/** Losses of batches that differ far more than a model of them improves, and rise where the rate is too high. */
const batches: Curve = (rate) =>
  20 - 6 * (1 + Math.tanh(Math.log(rate / 0.02) / 1.2)) + 30 * Math.max(Math.log(rate / 0.2), 0) ** 2;

describe("noise that is a quarter of the loss", () => {
  const noisy = async (seed: number, options: object = {}) => {
    const random = gauss(seed);
    const step = (rate: number) => batches(rate, 0) + 5 * random();
    return (await findLearningRate({ from: 1e-5, ...counting(step), ...options })).answer;
  };

  it("never makes an interval of a few rates, nor one far from where the loss falls", async () => {
    let found = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const answer = await noisy(seed * 7919, seed % 2 ? {} : { from: 1e-4, to: 1 });
      if (!answer.found) {
        expect(["noisy", "flat"]).toContain(answer.reasons[0]?.code);
        continue;
      }
      found++;
      expect(answer.to / answer.from).toBeGreaterThan(1.5);
      expect(answer.rate).toBeGreaterThan(0.004);
      expect(answer.rate).toBeLessThan(0.2);
    }
    expect(found).toBeGreaterThan(10);
  });

  it("is not said to be a loss that never falls; the advice is larger batches and evaluate", async () => {
    let unclear = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const answer = await noisy(seed * 104729, { from: 1e-7 });
      if (answer.found) continue;
      unclear++;
      expect(codes(answer)).toEqual(["noisy"]);
      expect(answer.reasons[0]?.text).toMatch(/larger batches, more updates, or `evaluate` on held-out data$/);
    }
    expect(unclear).toBeGreaterThan(0);
  });
});

describe("no answer", () => {
  it.each<[string, Curve, number, object]>([
    ["flat", () => 2, 0, {}],
    ["flat", () => 2, 0.3, {}],
    ["flat", () => 0, 0, {}],
    ["flat", (rate) => 2 - 1e-9 * Math.tanh(rate), 0, {}],
    ["neverImproved", (rate) => 2 + rate, 0.01, {}],
    ["neverImproved", (rate) => (rate > 0.1 ? 1e3 * rate : 2), 0.01, {}],
    ["divergedAtOnce", (rate) => (rate > 1.5e-6 ? 1e9 : 2), 0, {}],
    ["divergedAtOnce", () => Number.NaN, 0, {}],
    ["divergedAtOnce", (rate) => (rate > 1.5e-6 ? Number.POSITIVE_INFINITY : 2), 0, {}],
    ["tooShort", usual(1e-3), 0, { updates: 9, to: 0.01 }],
    ["tooShort", usual(1e-3), 0, { updates: 2, to: 0.01 }],
    ["noisy", (rate, seed) => usual([1e-5, 1e-3, 0.1][seed] as number)(rate, seed), 0.01, { divergence: 1e9 }],
    ["noisy", (rate, seed) => (seed === 1 ? usual(1e-3)(rate, 0) - 0.8 : 2), 0.01, { seeds: [1, 2] }],
  ])("because it is %s", async (code, curve, noise, options) => {
    const answer = await answerTo(curve, noise, options);
    expect([answer.found, codes(answer)]).toEqual([false, [code]]);
    expect(answer.reasons[0]?.text.length).toBeGreaterThan(20);
  });

  it("for noise, in all but one of a hundred searches", async () => {
    const random = gauss(5);
    let found = 0;
    for (let search = 0; search < 100; search++) {
      const step = () => 2 + 0.3 * random();
      const { answer } = await findLearningRate(counting(step));
      found += Number(answer.found);
    }
    expect(found).toBeLessThan(2);
  });
});
