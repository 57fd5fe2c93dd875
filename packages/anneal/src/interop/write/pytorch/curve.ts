import { CosineLeaf } from "../../../kinds/cosine.ts";
import { CosineWaveLeaf } from "../../../kinds/cosineWave.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { RepeatLeaf } from "../../../kinds/repeat.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { decimal } from "../../print/shortest.ts";
import type { Argument } from "../python/call.ts";
import { fieldsOf, ratio } from "../stretches.ts";

/** A scheduler of PyTorch's, on its own clock. */
export interface Child {
  readonly name: string;
  readonly args: Readonly<Record<string, Argument | undefined>>;
  readonly means: Plan;
  /** Whether it keeps the level that it ends at. */
  readonly holds?: boolean;
}

/** The scheduler of PyTorch's that a curve is. All of them begin at the optimizer's own rate, but for LinearLR. */
export function curve(stretch: Piece, base: number, end: number): Child | undefined {
  const line = fieldsOf(stretch, LinearLeaf);
  if (line) return linear(line, base);
  const {
    from,
    to,
    over,
    power = 1,
    k = 1,
  }: Partial<CosineLeaf["fields"]> = fieldsOf(stretch, CosineLeaf) ?? fieldsOf(stretch, CosineWaveLeaf) ?? {};
  if (over && power === 1 && k === 1) {
    // On the way back up its steps lose digits.
    if (end > stretch.start + over + 1 || !isWhole(over)) return;
    return cosine("CosineAnnealingLR", "T_max", { from, to, over }, base);
  }
  const cycles = fieldsOf(stretch, RepeatLeaf);
  if (cycles) return restarts(cycles, base);
  return polynomial(fieldsOf(stretch, PolynomialLeaf), base) ?? exponential(fieldsOf(stretch, ExponentialLeaf), base);
}

interface Ends {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly over: number;
}

/** PyTorch goes from step to step, which loses a digit more than is allowed after some ten thousand. */
export const LONGEST = 20_000;

const isWhole = (length: number): boolean => Number.isInteger(length) && length <= LONGEST;
const isBase = (level: number | undefined, base: number): boolean => ratio(level as number, base) === 1;

function linear({ from, to, over }: LinearLeaf["fields"], base: number): Child | undefined {
  const [start, end] = [ratio(from, base), ratio(to, base)];
  const means = { kind: "linear", from: base * start, to: base * end, over } as const;
  // LinearLR cannot begin at 0.
  if (start === 0 && end === 1) return { name: "LambdaLR", args: { lr_lambda: `lambda step: step / ${over}` }, means };
  if (!(start > 0 && start <= 1 && end <= 1 && isWhole(over))) return;
  const end_factor = end === 1 ? undefined : decimal(end);
  return {
    name: "LinearLR",
    args: { start_factor: decimal(start), end_factor, total_iters: over },
    means,
    holds: true,
  };
}

function cosine(name: string, length: string, { from, to = 0, over }: Ends, base: number): Child | undefined {
  if (!isBase(from, base) || over % 1) return;
  return { name, args: { [length]: over, eta_min: to || undefined }, means: { kind: "cosine", from: base, to, over } };
}

function restarts({ own, length, stretch, scale }: RepeatLeaf["fields"], base: number): Child | undefined {
  const { from, to, over, power, k } = fieldsOf(own[0], CosineLeaf) ?? {};
  const isPlain = over === length && power === 1 && k === 1 && scale === 1 && Number.isInteger(stretch);
  const made = isPlain && cosine("CosineAnnealingWarmRestarts", "T_0", { from, to, over }, base);
  if (!made) return;
  const plan: Plan = { kind: "cosine", from: base, to: to as number, over: length };
  const { T_0, eta_min } = made.args;
  return {
    ...made,
    args: { T_0, T_mult: stretch > 1 ? stretch : undefined, eta_min },
    means: { kind: "repeat", plan, stretch },
  };
}

function polynomial(fields: PolynomialLeaf["fields"] | undefined, base: number): Child | undefined {
  const { from, to, over = 0.5, power = 1, k, cycle } = fields ?? {};
  if (!isBase(from, base) || to !== 0 || k !== 1 || cycle || !isWhole(over)) return;
  const means = { kind: "polynomial", from: base, to: 0, over, power } as const;
  return { name: "PolynomialLR", args: { total_iters: over, power }, means, holds: true };
}

function exponential(fields: ExponentialLeaf["fields"] | undefined, base: number): Child | undefined {
  const { from, to, factor: gamma = 1, every = 0.5, staircase } = fields ?? {};
  if (!isBase(from, base) || to !== 0 || every % 1 || !(staircase || every === 1)) return;
  const means = { kind: "exponential", from: base, factor: gamma, every, staircase: true } as const;
  return every === 1
    ? { name: "ExponentialLR", args: { gamma }, means }
    : { name: "StepLR", args: { step_size: every, gamma }, means };
}
