import { CosineLeaf } from "../../../kinds/cosine.ts";
import { CosineWaveLeaf } from "../../../kinds/cosineWave.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { PowerLawLeaf } from "../../../kinds/powerLaw.ts";
import { RepeatLeaf } from "../../../kinds/repeat.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { fieldsOf, ratio } from "../stretches.ts";

/** A schedule of Transformers' after its warm-up: its type, how many steps the run has then, its own arguments. */
export interface Schedule {
  readonly type: string;
  readonly over?: number | undefined;
  readonly kwargs?: Readonly<Record<string, number | string | undefined>>;
  readonly means: Plan;
  /** How it is driven, where it follows a metric. */
  readonly watched?: string;
}

/** The schedule that begins with a stretch, if one does; `rest` is how many steps of the run there are from it on. */
export function scheduleOf(first: Piece | undefined, base: number, rest: number): Schedule | undefined {
  if (!first?.leaf) return first && first.value !== base ? undefined : flat(base);
  const moved = { ...first, start: 0, value: first.value - first.start };
  return falling(moved, base) ?? cosine(moved, base, rest) ?? restarts(moved, base, rest) ?? inverseSqrt(moved, base);
}

const flat = (value: number): Schedule => ({ type: "constant", means: { kind: "constant", value } });

/** A line to nothing, or a power of it to a level. */
function falling(stretch: Piece, base: number): Schedule | undefined {
  const line = fieldsOf(stretch, LinearLeaf);
  const { from, to, over, power, k, cycle }: Partial<PolynomialLeaf["fields"]> =
    fieldsOf(stretch, PolynomialLeaf) ?? (line && { ...line, power: 1, k: 1 }) ?? {};
  if (from !== base || to === undefined || k !== 1 || cycle || !over || over % 1 || !(to < base)) return;
  const means = { kind: "polynomial", from, to, over, power: power as number } as const;
  if (line && to === 0) return { type: "linear", over, means };
  return { type: "polynomial", over, kwargs: { lr_end: to, power: power === 1 ? undefined : power }, means };
}

/** A wave that goes on up to the end of the run, to nothing or to a share of the base rate. */
function cosine(stretch: Piece, base: number, rest: number): Schedule | undefined {
  const {
    from,
    to,
    over,
    power = 1,
    k = 1,
  }: Partial<CosineLeaf["fields"]> = fieldsOf(stretch, CosineLeaf) ?? fieldsOf(stretch, CosineWaveLeaf) ?? {};
  if (from !== base || power !== 1 || k !== 1 || !over || !counts(rest, 2 * over)) return;
  const floor = ratio(to as number, base);
  const num_cycles = rest === over ? undefined : ratio(rest, 2 * over);
  const means = { kind: "cosineWave", from, to: base * floor, over } as const;
  if (floor === 0) return { type: "cosine", over: rest, kwargs: { num_cycles }, means };
  return { type: "cosine_with_min_lr", over: rest, kwargs: { num_cycles, min_lr_rate: floor }, means };
}

/** Cycles of one length up to the end of the run. */
function restarts(stretch: Piece, base: number, rest: number): Schedule | undefined {
  const { own = [], length = 0, stretch: growth, scale } = fieldsOf(stretch, RepeatLeaf) ?? {};
  const { from, to, over, power, k } = fieldsOf(own[0], CosineLeaf) ?? {};
  const isPlain = from === base && to === 0 && over === length && power === 1 && k === 1 && growth === 1 && scale === 1;
  const num_cycles = ratio(rest, length);
  // It finds the cycle by a product, which rounding puts before some restarts; and with many cycles it loses digits.
  const misses = (cycle: number): boolean => (num_cycles * ((cycle * length) / rest)) % 1 > 0.5;
  if (!isPlain || !counts(rest, length) || Array.from({ length: Math.ceil(num_cycles) }, (_, i) => i).some(misses))
    return;
  const plan: Plan = { kind: "repeat", plan: { kind: "cosine", from: base, to: 0, over: length } };
  return { type: "cosine_with_restarts", over: rest, kwargs: { num_cycles }, means: plan };
}

/** Whether a run is known and has so few cycles that their number keeps its digits. */
const counts = (rest: number, length: number): boolean => Number.isInteger(rest) && rest <= 10 * length;

function inverseSqrt(stretch: Piece, base: number): Schedule | undefined {
  const { from, rate, every, power, staircase } = fieldsOf(stretch, PowerLawLeaf) ?? {};
  if (from !== base || rate !== 1 || power !== -0.5 || staircase) return;
  return {
    type: "inverse_sqrt",
    kwargs: { timescale: every },
    means: { kind: "powerLaw", from, every: every as number, power },
  };
}
