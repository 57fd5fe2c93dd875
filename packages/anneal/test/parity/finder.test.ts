import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  findLearningRate,
  minimum,
  type Suggestion,
  slide,
  smooth,
  steep,
  steepestGradient,
  valley,
} from "../../src/finder/index.ts";
import { counting } from "../finder/training.ts";

// Made by parity/frameworks/finder.py with fastai's and torch-lr-finder's own code.
const text = readFileSync(new URL("./finder.json", import.meta.url), "utf8");
type Rule = (rates: readonly number[], losses: readonly number[]) => Suggestion | undefined;
const RULES: Readonly<Record<string, Rule>> = { valley, slide, steep, minimum };

interface Case {
  readonly config: unknown;
  readonly losses: readonly (number | null)[];
  readonly count: number;
  readonly smooth: number & readonly (number | null)[];
  readonly steepest: number | string;
  readonly [rule: string]: unknown;
}

const { schedules } = JSON.parse(text) as { schedules: Record<string, { cases: Case[] }> };
const casesOf = (name: string) => schedules[name]?.cases ?? [];
const lossesOf = ({ losses }: Case) => losses.map((loss) => (loss === null ? Number.NaN : loss / 4096));

interface Search {
  readonly start_lr: number;
  readonly end_lr: number;
  readonly num_it: number;
  readonly stop_div: boolean;
}

/** Whether all losses are the same: then rounding decides where the smoothed ones in fastai have their minimum. */
const isFlat = ({ losses }: Case) => new Set(losses).size === 1;

/** Equal ratios from one rate on, as fastai computes them. */
function ratios(from: number, to: number, ways: readonly number[]): number[] {
  return ways.map((way) => from * (to / from) ** way);
}

describe("fastai's rules on the same losses", () => {
  it.each(Object.entries(RULES))("%s", (name, rule) => {
    const raised = new Set<unknown>();
    for (const one of casesOf("suggestions")) {
      const { from, to, count } = one.config as { readonly from: number; readonly to: number; readonly count: number };
      const rates = ratios(
        from,
        to,
        [...Array(count).keys()].map((i) => i / Math.max(count - 1, 1)),
      );
      const found = rule(rates, lossesOf(one));
      if (typeof one[name] === "string") {
        raised.add(one[name]);
        expect(found).toBeUndefined();
        continue;
      }
      const [index, rate] = one[name] as [number, number];
      expect(rates.indexOf(found?.at as number)).toBe(index);
      expect(Math.abs((found?.rate as number) / rate - 1)).toBeLessThan(1e-12);
      expect(found?.loss).toBe(lossesOf(one)[index]);
    }
    // valley and minimum answer for a single point; slide needs 16 and steep 2.
    expect(raised.size > 0).toBe(name === "slide" || name === "steep");
    expect(casesOf("suggestions").length).toBe(140);
  });
});

const near = (a: number | undefined, b: unknown) => Math.abs((a as number) / (b as number) - 1) < 1e-12;

describe("fastai's lr_find", () => {
  /** What it records: smoothed losses until they are more than four times the best, or to the end, NaN or not. */
  function record(one: Case): number[] {
    const smoothed = smooth(lossesOf(one));
    let best = Number.POSITIVE_INFINITY;
    const end = smoothed.findIndex((loss) => {
      best = loss < best ? loss : best;
      return (one.config as Search).stop_div && loss > 4 * best;
    });
    return end < 0 ? smoothed : smoothed.slice(0, end + 1);
  }

  it("smooths as we do", () => {
    for (const one of casesOf("lr_find")) {
      const recorded = record(one);
      expect(recorded.length).toBe(one.count);
      if (one.smooth[0] === null) expect(recorded.at(-1)).toBeNaN();
      else expect(near(recorded.at(-1), one.smooth[0])).toBe(true);
    }
  });

  it("suggests what the rules here suggest", () => {
    let compared = 0;
    for (const one of casesOf("lr_find").filter((one) => !isFlat(one))) {
      const { start_lr, end_lr, num_it } = one.config as Search;
      const recorded = record(one);
      const rates = ratios(
        start_lr,
        end_lr,
        recorded.map((_, i) => i / num_it),
      );
      const cut = (values: readonly number[]) => values.slice(Math.floor(num_it / 10), -5);
      const losses = cut(recorded);
      const end = losses.findIndex(Number.isNaN);
      for (const [name, rule] of Object.entries(RULES)) {
        const found = rule(cut(rates), end < 0 ? losses : losses.slice(0, end));
        if (typeof one[name] === "string") expect(found).toBeUndefined();
        else expect(near(found?.rate, one[name])).toBe(true);
        compared += Number(found !== undefined);
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it("is what findLearningRate gives for one seed: the same stop, the same suggestions", async () => {
    let compared = 0;
    for (const one of casesOf("lr_find")) {
      if (isFlat(one) || !(one.config as Search).stop_div || one.losses.includes(null)) continue;
      const { start_lr, end_lr, num_it } = one.config as Search;
      const losses = lossesOf(one);
      // fastai's last update is one before its last rate.
      const to = start_lr * (end_lr / start_lr) ** ((num_it - 1) / num_it);
      const step = (_: number, { update }: { readonly update: number }) => losses[update] as number;
      const ends = { from: start_lr, to, updates: num_it, seeds: [0] };
      const { runs, suggestions } = await findLearningRate({ ...ends, ...counting(step) });
      expect(runs[0]?.losses.length).toBe(one.count);
      for (const name of Object.keys(RULES) as (keyof typeof suggestions)[]) {
        if (typeof one[name] === "string") expect(suggestions[name]).toBeNull();
        else expect(near(suggestions[name]?.rate, one[name])).toBe(true);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(150);
  });
});

describe("torch-lr-finder's range test", () => {
  it("suggests what steepestGradient suggests for its losses, without 10 points at the beginning and 5 at the end", () => {
    const raised: number[] = [];
    for (const one of casesOf("range_test")) {
      const { start_lr, end_lr, num_iter, smooth_f, diverge_th, step_mode } = one.config as Record<string, number>;
      const [from, to, last] = [start_lr as number, end_lr as number, (num_iter as number) - 1];
      const smoothed: number[] = [];
      let best = Number.POSITIVE_INFINITY;
      for (const loss of lossesOf(one)) {
        const before = smoothed.at(-1);
        const f = before === undefined || smooth_f === 0 ? 1 : (smooth_f as number);
        const next = f * loss + (1 - f) * (before ?? 0);
        best = Math.min(best, next);
        smoothed.push(next);
        if (next > (diverge_th as number) * best) break;
      }
      expect(smoothed.length).toBe(one.count);
      expect(near(smoothed.at(-1), one.smooth)).toBe(true);
      const ways = smoothed.map((_, i) => i / last);
      const isLinear = String(step_mode) === "linear";
      const rates = isLinear ? ways.map((way) => from + way * (to - from)) : ratios(from, to, ways);
      const found = steepestGradient(rates.slice(10, -5), smoothed.slice(10, -5));
      if (one.steepest === "RuntimeError") raised.push(one.count);
      else expect(near(found?.rate, one.steepest)).toBe(true);
    }
    // It asks for two points; one point has no gradient.
    expect(raised.length).toBeGreaterThan(0);
    expect(Math.max(...raised)).toBeLessThan(17);
    expect(casesOf("range_test").length - raised.length).toBeGreaterThan(40);
  });
});
