import { CosineLeaf } from "../../../kinds/cosine.ts";
import { CosineWaveLeaf } from "../../../kinds/cosineWave.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { RepeatLeaf } from "../../../kinds/repeat.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { decimal } from "../../print/shortest.ts";
import type { Shape } from "../idiom.ts";
import { type Argument, list } from "../python/call.ts";
import { LONGEST } from "../pytorch/curve.ts";
import { factorOf, fieldsOf, ratio } from "../stretches.ts";

/** A scheduler of MMEngine's in its window, and the rate when that is over: what comes next multiplies it. */
export interface Listed {
  readonly type: string;
  readonly args: Readonly<Record<string, Argument | undefined>>;
  readonly means: Plan;
  readonly left: number;
}

/** A curve from a step on: from the rate that is there, up to where something else begins. */
export function curve(
  stretch: Piece,
  end: number,
  now: number,
  { base, steps }: Pick<Shape, "base" | "steps">,
): Listed | undefined {
  const { start, leaf } = stretch;
  const begin = start || undefined;
  const line = fieldsOf(stretch, LinearLeaf);
  if (line) return linear(line, start, end, now);
  const cycles = fieldsOf(stretch, RepeatLeaf);
  if (cycles) return restarts(cycles, start, end, steps, base);
  const until = { begin, end: end < 1 / 0 ? end : undefined };
  const left = leaf?.at(end - 1 - start) as number;
  const { from, to, factor: gamma, every, staircase } = fieldsOf(stretch, ExponentialLeaf) ?? {};
  if (
    ratio(from as number, now) === 1 &&
    to === 0 &&
    gamma !== undefined &&
    every &&
    every % 1 === 0 &&
    (staircase || every === 1)
  ) {
    const means = { kind: "exponential", from: now, factor: gamma, every, staircase: true } as const;
    return every === 1
      ? { type: "ExponentialLR", args: { gamma, ...until }, means, left }
      : { type: "StepLR", args: { step_size: every, gamma, ...until }, means, left };
  }
  return cosine(stretch, end, now, steps) ?? polynomial(stretch, end, now);
}

/** Whether it is a whole step, before which little is lost from one step to the next. */
const ends = (step: number): boolean => Number.isInteger(step) && step <= LONGEST;

/** It may begin with a jump; its last step is in the window. */
function linear({ from, to, over }: LinearLeaf["fields"], start: number, end: number, now: number): Listed | undefined {
  const [first, last] = [ratio(from, now), ratio(to, now)];
  if (!(first > 0 && first <= 1 && last <= 1 && ends(start + over) && start + over <= end)) return;
  return {
    type: "LinearLR",
    args: {
      start_factor: decimal(first),
      end_factor: last === 1 ? undefined : decimal(last),
      begin: start || undefined,
      end: start + over + 1,
    },
    means: { kind: "linear", from: now * first, to: now * last, over },
    left: now * last,
  };
}

/** It ends where it is lowest: on the way back up its steps lose digits. */
function cosine({ start, ...stretch }: Piece, end: number, now: number, steps: number): Listed | undefined {
  const half = fieldsOf({ start, ...stretch }, CosineLeaf);
  const {
    from,
    to,
    over = 0.5,
    power = 1,
    k = 1,
  }: Partial<CosineLeaf["fields"]> = half ?? fieldsOf({ start, ...stretch }, CosineWaveLeaf) ?? {};
  if (from === undefined || to === undefined || !ends(start + over) || power !== 1 || k !== 1 || ratio(from, now) !== 1)
    return;
  const done = start + over <= end;
  if (!half && done && start + over + 1 < Math.min(end, steps)) return;
  const until = done ? start + over + 1 : end;
  const means = { kind: "cosine", from, to, over } as const;
  const left = done ? to : (stretch.leaf?.at(end - 1 - start) as number);
  const args = { T_max: over, eta_min: to || undefined, begin: start || undefined, end: until };
  return { type: "CosineAnnealingLR", args, means, left };
}

function polynomial(stretch: Piece, end: number, now: number): Listed | undefined {
  const { start } = stretch;
  const { from, to, over = 0.5, power = 1, k, cycle } = fieldsOf(stretch, PolynomialLeaf) ?? {};
  if (
    from === undefined ||
    ratio(from, now) !== 1 ||
    to === undefined ||
    !ends(start + over) ||
    k !== 1 ||
    cycle ||
    start + over > end
  )
    return;
  return {
    type: "PolyLR",
    args: { power, eta_min: to || undefined, begin: start || undefined, end: start + over + 1 },
    means: { kind: "polynomial", from, to, over, power },
    left: to,
  };
}

/** Each cycle begins at a share of the base rate. */
function restarts(
  { own, length, stretch, scale }: RepeatLeaf["fields"],
  start: number,
  end: number,
  steps: number,
  base: number,
): Listed | undefined {
  const { from, to, over, power, k } = fieldsOf(own[0], CosineLeaf) ?? {};
  if (from === undefined || over !== length || power !== 1 || k !== 1 || (scale !== 1 && to)) return;
  const [periods, weights]: [number[], number[]] = [[], []];
  for (let at = start; at < Math.min(end, steps); at += periods.at(-1) as number) {
    if (periods.length === MOST) return;
    periods.push(length * stretch ** periods.length);
    weights.push(ratio(from * scale ** weights.length, base));
  }
  if (!periods.every(ends)) return;
  const plan: Plan = { kind: "cosine", from, to: to as number, over: length };
  return {
    type: "CosineRestartLR",
    args: {
      periods: list(periods),
      restart_weights: list(weights),
      eta_min: to as number,
      begin: start || undefined,
      end: end < 1 / 0 ? end : undefined,
    },
    means: { kind: "repeat", plan, stretch, scale },
    left: Number.NaN,
  };
}

/** More cycles than that are not listed. */
const MOST = 12;

/** Levels one after another: by one factor, or back to the rate that was there before. */
export function levels(all: readonly Piece[], next: Piece | undefined, now: number, end: number): Listed | undefined {
  const [first] = all as [Piece, ...Piece[]];
  const { start, value } = first;
  const factor = ratio(value, now);
  const following = all[1]?.value ?? (next?.leaf?.at(0) as number | undefined);
  if (start === 0 && factor > 0 && factor < 1 && following === now) {
    const until = all[1]?.start ?? end;
    const args = { factor: decimal(factor), end: until + 1 };
    const parts = [
      { plan: { kind: "constant", value: now * factor } as const, until },
      { plan: { kind: "constant", value: now } as const },
    ];
    return { type: "ConstantLR", args, means: { kind: "sequence", parts }, left: now };
  }
  const gamma = factorOf([now, ...all.map((one) => one.value)]);
  if (gamma === undefined) return;
  const at = all.map((one) => one.start);
  const to = at.map((_, i) => now * gamma ** (i + 1));
  const means = { kind: "piecewise", from: now, at: at.map((step) => step - start), to } as const;
  return { type: "MultiStepLR", args: { milestones: list(at), gamma }, means, left: to.at(-1) as number };
}
