import { CosineLeaf } from "../../../kinds/cosine.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { RepeatLeaf } from "../../../kinds/repeat.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { decimal } from "../../print/shortest.ts";
import type { Idiom, Shape } from "../idiom.ts";
import { assign } from "../python/assign.ts";
import { type Argument, call, list } from "../python/call.ts";
import { pythonModule } from "../python/module.ts";
import { factorOf, fieldsOf, levelsOf, ratio, stretches } from "../stretches.ts";

/** What Composer calls a plan, for a variable of this name. */
export function idioms(name: string): readonly Idiom[] {
  return [warmed, plain].map((make) => (shape) => {
    const said = make(stretches(shape), shape);
    // Times are whole numbers of batches.
    const texts = said && Object.values(said.args).flat();
    if (!said || texts?.some((text) => /\.\d*ba"$/.test(String(text)))) return;
    const args = Object.fromEntries(
      Object.entries(said.args).map(([key, value]) => [key, Array.isArray(value) ? list(value) : (value as Argument)]),
    );
    const code = assign(name, call(said.name, [], args));
    return { code: pythonModule([`from composer.optim import ${said.name}`], code), means: said.means };
  });
}

/** A scheduler of Composer. */
interface Said {
  readonly name: string;
  readonly args: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly means: Plan;
}

const batches = (count: number): string => `"${count}ba"`;

/** What begins at the base rate, or at a share of it. */
function plain(all: readonly Piece[], shape: Shape): Said | undefined {
  const { base } = shape;
  const [one, ...more] = all;
  const [first, second] = levelsOf(all) ?? [];
  if (first !== undefined && second === undefined) {
    const alpha = ratio(first, base);
    const args = { alpha: alpha === 1 ? undefined : decimal(alpha) };
    return { name: "ConstantScheduler", args, means: { kind: "constant", value: base * alpha } };
  }
  if (first !== undefined && second === base && all.length === 2) {
    const end = more[0]?.start as number;
    return {
      name: "ConstantScheduler",
      args: { alpha: decimal(ratio(first, base)), t_max: batches(end) },
      means: { kind: "piecewise", from: first, at: [end], to: [base] },
    };
  }
  return steps(all, base) ?? (one && more.length === 0 ? curve(one, base) : undefined);
}

/** Levels from the base rate on, each the same share of the one before. */
function steps(all: readonly Piece[], base: number): Said | undefined {
  const levels = levelsOf(all);
  const factor = levels && factorOf(levels);
  if (factor === undefined || levels?.[0] !== base) return;
  const at = all.slice(1).map(({ start }) => start);
  return {
    name: "MultiStepScheduler",
    args: { milestones: at.map(batches), gamma: factor === 0.1 ? undefined : decimal(factor) },
    means: { kind: "piecewise", from: base, at, to: at.map((_, i) => base * factor ** (i + 1)) },
  };
}

function curve(one: Piece, base: number): Said | undefined {
  const fields = fieldsOf(one, ExponentialLeaf);
  if (fields?.to === 0 && fields.from === base) {
    const { factor, every, staircase } = fields;
    const gamma = decimal(factor);
    const means: Plan = { kind: "exponential", from: base, factor, every, staircase: staircase as boolean };
    return staircase
      ? { name: "StepScheduler", args: { step_size: batches(every), gamma }, means }
      : { name: "ExponentialScheduler", args: { gamma, decay_period: batches(every) }, means };
  }
  return restarts(one, base) ?? ramp(one, base);
}

/** Lengths are cut to whole batches, so that only whole ones fit. */
function restarts(one: Piece, base: number): Said | undefined {
  const { own, length = 0, stretch = 1, scale } = fieldsOf(one, RepeatLeaf) ?? {};
  const { to = 0, over, power } = fieldsOf(own?.[0], CosineLeaf) ?? {};
  if (over !== length || power !== 1 || scale !== 1 || !Number.isInteger(stretch)) return;
  const share = ratio(to, base);
  return {
    name: "CosineAnnealingWarmRestartsScheduler",
    args: { t_0: batches(length), t_mult: stretch === 1 ? undefined : decimal(stretch), alpha_f: orNone(share) },
    means: { kind: "repeat", plan: { kind: "cosine", from: base, to: base * share, over: length }, stretch },
  };
}

const orNone = (share: number): string | undefined => (share === 0 ? undefined : decimal(share));

/** A line between two shares, or from the base rate down to one. */
function ramp(one: Piece, base: number): Said | undefined {
  const { leaf } = one;
  const isKnown = leaf instanceof LinearLeaf || leaf instanceof CosineLeaf || leaf instanceof PolynomialLeaf;
  if (!isKnown || one.start !== one.value) return;
  const { from, to, over } = leaf.fields;
  const alpha_f = ratio(to, base);
  const means = { over, to: base * alpha_f } as const;
  if (leaf instanceof LinearLeaf) {
    const alpha_i = ratio(from, base);
    const args = { alpha_i: alpha_i === 1 ? undefined : decimal(alpha_i), alpha_f: orNone(alpha_f) };
    return {
      name: "LinearScheduler",
      args: { ...args, t_max: batches(over) },
      means: { kind: "linear", from: base * alpha_i, ...means },
    };
  }
  if (leaf instanceof CosineLeaf) {
    const args = { t_max: batches(over), alpha_f: orNone(alpha_f) };
    return { name: "CosineAnnealingScheduler", args, means: { kind: "cosine", from: base, ...means } };
  }
  const { power } = leaf.fields;
  const args = { power: decimal(power), t_max: batches(over), alpha_f: orNone(alpha_f) };
  return { name: "PolynomialScheduler", args, means: { kind: "polynomial", from: base, ...means, power } };
}

/** A line from nothing, then what it leads to; which may not end before the run does. */
function warmed([first, ...rest]: readonly Piece[], { base, steps: total }: Shape): Said | undefined {
  const warm = fieldsOf(first, LinearLeaf);
  if (warm?.from !== 0) return;
  const t_warmup = batches(warm.over);
  const held = rest[0]?.start === warm.over ? rest : [{ start: warm.over, value: warm.to, leaf: undefined }, ...rest];
  const [one, ...more] = held;
  const before = (plan: Plan, to: number): Plan => ({
    kind: "sequence",
    parts: [{ kind: "linear", from: 0, to, over: warm.over }, plan],
  });
  const levels = steps(held, base);
  const alpha = ratio(warm.to, base);
  if (held.length === 1 && !one?.leaf) {
    const means = before({ kind: "constant", value: base * alpha }, base * alpha);
    const args = { t_warmup, alpha: alpha === 1 ? undefined : decimal(alpha) };
    return { name: "ConstantWithWarmupScheduler", args, means };
  }
  if (levels) {
    const { means, ...said } = levels;
    const parts = [
      { kind: "linear", from: 0, to: base, over: warm.over } as const,
      { plan: means, clock: "global" } as const,
    ];
    return {
      name: "MultiStepWithWarmupScheduler",
      args: { t_warmup, ...said.args },
      means: { kind: "sequence", parts },
    };
  }
  const said = one && more.length === 0 ? ramp({ ...one, start: 0, value: one.value - one.start }, base) : undefined;
  const over = (said?.means as { readonly over?: number } | undefined)?.over as number;
  if (!said || !(warm.over + over >= total)) return;
  const name = said.name.replace("Scheduler", "WithWarmupScheduler");
  const args = { t_warmup, ...said.args, t_max: batches(warm.over + over) };
  return { name, args, means: before(said.means, said.name.startsWith("L") ? base * alpha : base) };
}
