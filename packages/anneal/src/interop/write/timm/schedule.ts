import { CosineLeaf } from "../../../kinds/cosine.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { RepeatLeaf } from "../../../kinds/repeat.ts";
import { TanhLeaf } from "../../../kinds/tanh.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { type Argument, list } from "../python/call.ts";
import { factorOf, fieldsOf } from "../stretches.ts";

/** A schedule of timm's after its warm-up. */
export interface Schedule {
  readonly name: string;
  readonly args: Readonly<Record<string, Argument | undefined>>;
  readonly means: Plan;
}

/** What stretches, counted from the end of the warm-up, are read as; they last so many steps. */
export type Reading = (all: readonly Piece[], base: number, steps: number) => Schedule | undefined;

/** Levels that go down by one factor; it counts updates from 1. */
export const steps: Reading = (all, base) => {
  const [first] = all;
  const { from, to, factor, every = 0.5, staircase } = fieldsOf(first, ExponentialLeaf) ?? {};
  if (first?.leaf) {
    if (from !== base || to !== 0 || every % 1 || !(staircase || every === 1)) return;
    const means = { kind: "exponential", from, factor: factor as number, every, staircase: true } as const;
    return { name: "StepLRScheduler", args: { decay_t: every, decay_rate: factor }, means };
  }
  const levels = first?.start === 0 ? all : [{ start: 0, value: base, leaf: undefined }, ...all];
  const decay_rate = factorOf(levels.map(({ value }) => value));
  if (levels.some(({ leaf }) => leaf) || levels[0]?.value !== base || decay_rate === undefined) return;
  const at = levels.slice(1).map(({ start }) => start);
  if (at.length === 0) {
    return { name: "StepLRScheduler", args: { decay_t: 1 }, means: { kind: "constant", value: base } };
  }
  const means = { kind: "piecewise", from: base, at, to: at.map((_, i) => base * decay_rate ** (i + 1)) } as const;
  return { name: "MultiStepLRScheduler", args: { decay_t: list(at.map((t) => t + 1)), decay_rate }, means };
};

/** One curve down to a level, or cycles of it: as one plan over and over, or one after the other. */
export const cycles: Reading = (all, base, steps) => {
  const [first, next] = all;
  const { own = [], length, stretch = 1, scale } = fieldsOf(first, RepeatLeaf) ?? {};
  const curve = curveOf(length === undefined ? first : own[0]);
  if (!curve || curve.from !== base || curve.over % 1 || stretch !== 1) return;
  const { name, to, over, args, plan } = curve;
  const row = all.map((one, i) => (one.start === i * over && one.leaf ? curveOf(one) : undefined));
  const peaks = row.slice(0, row.indexOf(undefined) >>> 0).map((one) => one?.from as number);
  const decay = scale ?? (peaks.length > 1 ? factorOf(peaks) : 1);
  const limit = scale === undefined ? peaks.length : Math.ceil((next?.start ?? steps) / over);
  if (decay === undefined || !(limit >= 1 && limit < 1 / 0) || (length !== undefined && length !== over)) return;
  const cycle = (from: number): Plan => ({ ...plan, from, to }) as Plan;
  const parts = Array.from({ length: Math.min(limit, MOST) }, (_, i) => cycle(base * decay ** i));
  const cycle_limit = limit === 1 ? undefined : limit;
  const cycle_decay = decay === 1 ? undefined : decay;
  const means: Plan = { kind: "sequence", parts };
  return { name, args: { t_initial: over, lr_min: to || undefined, ...args, cycle_limit, cycle_decay }, means };
};

/** So many cycles are compared. */
const MOST = 1_000;

/** The base rate, and a decay to a level. */
export const wsd: Reading = (all, base) => {
  const fall = all.find(({ leaf }) => leaf);
  const line = fieldsOf(fall, LinearLeaf);
  const wave = fieldsOf(fall, CosineLeaf);
  const { from, to, over = 0.5 } = line ?? wave ?? fieldsOf(fall, PolynomialLeaf) ?? {};
  if (!fall || from !== base || to === undefined || over % 1 || fall.start % 1) return;
  const decay: Plan = line
    ? { kind: "linear", from, to, over }
    : wave
      ? { kind: "cosine", from, to, over }
      : { kind: "polynomial", from, to, over, power: 1, k: 0.5 };
  const decay_fn = line ? '"linear"' : wave ? '"cosine"' : undefined;
  const args = { t_initial: fall.start + over, decay_t: over, decay_fn, lr_min: to || undefined };
  const parts: Plan[] = [{ kind: "constant", value: base, over: fall.start }, decay];
  return { name: "WSDLRScheduler", args, means: { kind: "sequence", parts } };
};

interface Curve {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly over: number;
  readonly args: Schedule["args"];
  readonly plan: Plan;
}

function curveOf(stretch: Piece | undefined): Curve | undefined {
  const wave = fieldsOf(stretch, CosineLeaf);
  if (wave?.power === 1) {
    const { from, to, over, k } = wave;
    const args = { k_decay: k === 1 ? undefined : k };
    return { name: "CosineLRScheduler", from, to, over, args, plan: { kind: "cosine", from, to, over, k } };
  }
  const tangent = fieldsOf(stretch, TanhLeaf);
  if (tangent && tangent.lower < tangent.upper) {
    const { from, to, over, lower, upper } = tangent;
    return {
      name: "TanhLRScheduler",
      from,
      to,
      over,
      args: { lb: lower, ub: upper },
      plan: { kind: "tanh", from, to, over, lower, upper },
    };
  }
  const line = fieldsOf(stretch, LinearLeaf);
  const { from, to, over, power, k, cycle }: Partial<PolynomialLeaf["fields"]> =
    fieldsOf(stretch, PolynomialLeaf) ?? (line && { ...line, power: 1, k: 1 }) ?? {};
  // A root of 1 - x ** k loses digits near the end.
  if (from === undefined || to === undefined || !over || !power || !k || cycle || (k !== 1 && power < 1)) return;
  const args = { power, k_decay: k === 1 ? undefined : k };
  return { name: "PolyLRScheduler", from, to, over, args, plan: { kind: "polynomial", from, to, over, power, k } };
}
