import { CombinedLeaf } from "../../../kinds/combine.ts";
import { CosineLeaf } from "../../../kinds/cosine.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { decimal } from "../../print/shortest.ts";
import { dividesExactly } from "../landings.ts";
import type { Argument } from "../python/call.ts";
import { fieldsOf, ratio } from "../stretches.ts";

/** A schedule of optax from its own count 0 on. */
export interface Word {
  readonly name: string;
  readonly args: Readonly<Record<string, Argument | undefined>>;
  readonly means: Plan;
}

/** The schedule of optax that a stretch is. */
export function word(stretch: Piece): Word | undefined {
  const { value, leaf } = stretch;
  if (!leaf) {
    return { name: "constant_schedule", args: { value: decimal(value) }, means: { kind: "constant", value } };
  }
  const linear = fieldsOf(stretch, LinearLeaf);
  if (linear) return ramp("linear_schedule", linear, {}, { kind: "linear", ...ends(linear) });
  const polynomial = fieldsOf(stretch, PolynomialLeaf);
  // A root shows that what is left at the end is not quite 0 inside of jit.
  if (polynomial && !polynomial.cycle && polynomial.power >= 1) {
    const { power } = polynomial;
    return ramp("polynomial_schedule", polynomial, { power }, { kind: "polynomial", ...ends(polynomial), power });
  }
  return cosine(stretch) ?? exponential(stretch);
}

type Ends = { readonly from: number; readonly to: number; readonly over: number };

const ends = ({ from, to, over }: Ends): Ends => ({ from, to, over });

function ramp(name: string, { from, to, over }: Ends, more: Word["args"], means: Plan): Word {
  const args = { init_value: decimal(from), end_value: decimal(to), ...more, transition_steps: over };
  return { name, args, means };
}

/** The floor is a share of the beginning. */
function cosine(stretch: Piece): Word | undefined {
  const { from, to, over, power } = fieldsOf(stretch, CosineLeaf) ?? {};
  if (!from || to === undefined || over === undefined) return;
  const alpha = ratio(to, from);
  const exponent = power === 1 ? undefined : power;
  return {
    name: "cosine_decay_schedule",
    args: { init_value: decimal(from), decay_steps: over, alpha: alpha ? decimal(alpha) : undefined, exponent },
    means: { kind: "cosine", from, to: from * alpha, over, power: power as number },
  };
}

/** With a floor, or a ceiling where it grows. */
function exponential(stretch: Piece): Word | undefined {
  const combined = fieldsOf(stretch, CombinedLeaf);
  const [inner = stretch, min = 0, max = 1 / 0] = combined?.operation === "clamp" ? bounded(combined.active) : [];
  const { from, to, factor = 0, every, staircase } = fieldsOf(inner, ExponentialLeaf) ?? {};
  // It takes a factor of 0 for 1.
  if (from === undefined || every === undefined || to !== 0 || factor === 0) return;
  if (staircase && !dividesExactly(every)) return;
  const bound = factor < 1 ? min : max;
  const has = bound > 0 && bound < 1 / 0;
  const decay = { kind: "exponential", from, factor, every, staircase: staircase as boolean } as const;
  return {
    name: "exponential_decay",
    args: {
      init_value: decimal(from),
      transition_steps: every,
      decay_rate: factor,
      staircase: staircase || undefined,
      end_value: has ? decimal(bound) : undefined,
    },
    means: has ? { kind: "clamp", plan: decay, [factor < 1 ? "min" : "max"]: bound } : decay,
  };
}

/** What is kept between two levels, as a stretch of its own, and the levels. */
function bounded([inner, min, max]: readonly Piece[]): [Piece | undefined, number | undefined, number | undefined] {
  const own = inner && { ...inner, start: inner.value };
  return [own, min?.value, max?.value];
}
