import { CombinedLeaf } from "../../../kinds/combine.ts";
import { CosineLeaf } from "../../../kinds/cosine.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { PowerLawLeaf } from "../../../kinds/powerLaw.ts";
import { RepeatLeaf } from "../../../kinds/repeat.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { decimal } from "../../print/shortest.ts";
import type { Idiom } from "../idiom.ts";
import { dividesExactly, landings } from "../landings.ts";
import { assign } from "../python/assign.ts";
import { type Argument, call, list } from "../python/call.ts";
import { pythonModule } from "../python/module.ts";
import { fieldsOf, levelsOf, ratio, stretches } from "../stretches.ts";

/** What Keras calls a plan, for a variable of this name. */
export function idioms(name: string): readonly Idiom[] {
  return [levels, line, power, cosine, exponential, inverseTime, restarts, landed].map((make) => (shape) => {
    const said = make(stretches(shape), shape.steps);
    if (!said) return;
    const schedule = said.name ? call(`keras.optimizers.schedules.${said.name}`, [], said.args) : said.number;
    const code = assign(name, schedule ?? "");
    return { code: said.name ? pythonModule(["import keras"], code) : code, means: said.means };
  });
}

/** A schedule of Keras, or a number alone. */
interface Said {
  readonly name?: string;
  readonly args?: Readonly<Record<string, Argument | undefined>>;
  readonly number?: string;
  readonly means: Plan;
}

type Say = (all: readonly Piece[], steps: number) => Said | undefined;

/** A boundary is the last step of the old value. */
const levels: Say = (all) => {
  const [from, ...to] = levelsOf(all) ?? [];
  if (from === undefined) return;
  if (to.length === 0) return { number: decimal(from), means: { kind: "constant", value: from } };
  const boundaries = all.slice(1).map(({ start }) => start - 1);
  const values = [from, ...to].map(decimal);
  const at = boundaries.map((last) => last + 1);
  return {
    name: "PiecewiseConstantDecay",
    args: { boundaries: list(boundaries), values: list(values) },
    means: { kind: "piecewise", from, at, to },
  };
};

/** Stairs as levels. */
const landed: Say = (all, steps) => levels(landings(all, steps), steps);

const line: Say = ([one, ...more]) => {
  const fields = fieldsOf(one, LinearLeaf);
  return fields && more.length === 0 ? polynomial({ ...fields, power: 1 }) : undefined;
};

const power: Say = ([one, ...more]) => {
  const fields = fieldsOf(one, PolynomialLeaf);
  const turns = !fields?.cycle || dividesExactly(fields.over);
  return fields && turns && more.length === 0 ? polynomial(fields) : undefined;
};

function polynomial({ from, to, over, power, cycle = false }: Curve): Said {
  return {
    name: "PolynomialDecay",
    args: {
      initial_learning_rate: decimal(from),
      decay_steps: over,
      end_learning_rate: decimal(to),
      power: power === 1 ? undefined : decimal(power),
      cycle: cycle || undefined,
    },
    means: { kind: "polynomial", from, to, over, power, cycle },
  };
}

interface Curve {
  readonly from: number;
  readonly to: number;
  readonly over: number;
  readonly power: number;
  readonly cycle?: boolean;
}

/** The floor is a share of the peak; a warm-up is a line. */
const cosine: Say = (all) => {
  const warm = all.length > 1 ? fieldsOf(all[0], LinearLeaf) : undefined;
  const [then, ...more] = warm ? all.slice(1) : all;
  const { from: peak, to, over, power } = fieldsOf(then, CosineLeaf) ?? {};
  if (!peak || to === undefined || over === undefined || power !== 1 || more.length > 0) return;
  if (warm && warm.to !== peak) return;
  const alpha = ratio(to, peak);
  const curve = { kind: "cosine", from: peak, to: peak * alpha, over } as const;
  const warmup_steps = then?.start as number;
  return {
    name: "CosineDecay",
    args: {
      initial_learning_rate: decimal(warm?.from ?? peak),
      decay_steps: over,
      alpha: alpha ? decimal(alpha) : undefined,
      ...(warm && { warmup_target: decimal(peak), warmup_steps }),
    },
    means: warm
      ? { kind: "sequence", parts: [{ kind: "linear", from: warm.from, to: peak, over: warmup_steps }, curve] }
      : curve,
  };
};

const exponential: Say = ([one, ...more]) => {
  const { from, to, factor, every, staircase } = fieldsOf(one, ExponentialLeaf) ?? {};
  if (from === undefined || every === undefined || factor === undefined || to !== 0 || more.length > 0) return;
  return decay("ExponentialDecay", from, every, factor, staircase as boolean, {
    ...{ kind: "exponential", from, factor, every, staircase: staircase as boolean },
  });
};

const inverseTime: Say = ([one, ...more]) => {
  const { from, rate, every, power, staircase } = fieldsOf(one, PowerLawLeaf) ?? {};
  if (from === undefined || every === undefined || rate === undefined || power !== -1 || more.length > 0) return;
  return decay("InverseTimeDecay", from, every, rate, staircase as boolean, {
    ...{ kind: "powerLaw", from, rate, every, power, staircase: staircase as boolean },
  });
};

function decay(
  name: string,
  from: number,
  every: number,
  rate: number,
  staircase: boolean,
  means: Plan,
): Said | undefined {
  if (staircase && !dividesExactly(every)) return;
  const args = {
    initial_learning_rate: decimal(from),
    decay_steps: every,
    decay_rate: decimal(rate),
    staircase: staircase || undefined,
  };
  return { name, args, means };
}

/**
 * Cycles of one length, since it finds longer ones by a logarithm, and of a power of two, since it takes the whole ones off
 * a rounded quotient. Only what is above the floor shrinks.
 */
const restarts: Say = ([one, ...more]) => {
  const sum = fieldsOf(one, CombinedLeaf);
  const [a, b] = sum?.operation === "sum" ? sum.active : [];
  const [floor, cycles] = a?.leaf ? [b, a] : [a, b ?? one];
  const {
    own,
    length = 0,
    stretch,
    scale = 1,
  } = fieldsOf(cycles && { ...cycles, start: cycles.value }, RepeatLeaf) ?? {};
  const { from, to, over } = fieldsOf(own?.[0], CosineLeaf) ?? {};
  if (!from || to === undefined || over !== length || stretch !== 1 || more.length > 0) return;
  if (!dividesExactly(length)) return;
  const low = (floor?.value ?? 0) + to;
  const rate = (floor?.value ?? 0) + from;
  const alpha = ratio(low, rate);
  if (alpha > 1) return;
  const plan: Plan = { kind: "cosine", from: rate * (1 - alpha), to: 0, over: length };
  return {
    name: "CosineDecayRestarts",
    args: {
      initial_learning_rate: decimal(rate),
      first_decay_steps: length,
      t_mul: "1.0",
      m_mul: scale === 1 ? undefined : decimal(scale),
      alpha: alpha ? decimal(alpha) : undefined,
    },
    means: {
      kind: "sum",
      terms: [
        { kind: "constant", value: rate * alpha },
        { kind: "repeat", plan, scale },
      ],
    },
  };
};
