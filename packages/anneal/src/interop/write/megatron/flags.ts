import { CombinedLeaf } from "../../../kinds/combine.ts";
import { CosineLeaf } from "../../../kinds/cosine.ts";
import { GeometricLeaf } from "../../../kinds/geometric.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { PowerLawLeaf } from "../../../kinds/powerLaw.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { shortest } from "../../print/shortest.ts";
import type { Idiom, Shape } from "../idiom.ts";
import { fieldsOf, stretches } from "../stretches.ts";

/** Megatron's flags: no warm-up or one by a line, then one of the decay styles. */
export const flags: readonly Idiom[] = [constant, decay, inverseSqrt, wsd].flatMap((style) =>
  [true, false].map((warms) => (shape: Shape) => {
    const [warm, rest] = warmUp(stretches(shape), warms);
    const said = style(rest, warm, shape);
    const whole = Object.entries({ ...said?.flags }).every(
      ([name, value]) => !/iters/.test(name) || /^\d+$/.test(value),
    );
    if (!said || !whole || !Number.isInteger(warm.over)) return;
    const { peak, floor = 0 } = said;
    if (!(warm.from <= peak && floor <= peak && floor >= 0)) return;
    const first = {
      lr: shortest(peak),
      ...(floor > 0 && { "min-lr": shortest(floor) }),
      ...(warm.over > 0 && { "lr-warmup-iters": `${warm.over}` }),
      ...(warm.over > 0 && warm.from > 0 && { "lr-warmup-init": shortest(warm.from) }),
    };
    const lines = Object.entries({ ...first, ...said.flags }).map(([name, value]) => `--${name} ${value}`);
    const ramp: Plan = { kind: "linear", from: warm.from, to: peak, over: warm.over };
    const means: Plan = warm.over > 0 ? { kind: "sequence", parts: [ramp, said.means] } : said.means;
    return { code: `${lines.join(" \\\n")}\n`, means };
  }),
);

interface Warm {
  readonly from: number;
  readonly to: number | undefined;
  readonly over: number;
}

/** The rest's stretches are on the clock of the run. */
function warmUp(all: readonly Piece[], warms: boolean): readonly [Warm, readonly Piece[]] {
  const [first, ...rest] = all;
  const fields = warms ? fieldsOf(first, LinearLeaf) : undefined;
  if (!fields) return [{ from: 0, to: undefined, over: 0 }, all];
  const { from, to, over } = fields;
  return [{ from, to, over }, rest[0]?.start === over ? rest : [{ start: over, value: to, leaf: undefined }, ...rest]];
}

/** A decay style: its flags beside those of the warm-up, and what it is after that. */
interface Style {
  readonly peak: number;
  readonly floor?: number;
  readonly flags: Readonly<Record<string, string>>;
  readonly means: Plan;
}

/** The horizon, which counts for nothing here, has to come after the warm-up. */
function constant([one, ...more]: readonly Piece[], { over: begin }: Warm, { steps }: Shape): Style | undefined {
  if (!one || one.leaf || more.length > 0) return;
  const { value } = one;
  const horizon = begin < steps ? {} : { "lr-decay-iters": `${begin + 1}` };
  return { peak: value, flags: { "lr-decay-style": "constant", ...horizon }, means: { kind: "constant", value } };
}

/** A line or a cosine down to the floor. */
function decay([one, ...more]: readonly Piece[], { over: begin }: Warm): Style | undefined {
  const kind = one?.leaf instanceof LinearLeaf ? "linear" : "cosine";
  const fields = fieldsOf(one, LinearLeaf) ?? fieldsOf(one, CosineLeaf);
  if (!fields || more.length > 0 || one?.start !== begin) return;
  const { from, to, over } = fields;
  const flags = { "lr-decay-style": kind, "lr-decay-iters": `${begin + over}` };
  return { peak: from, floor: to, flags, means: { kind, from, to, over } };
}

/** Not without a warm-up: it would count samples. Megatron keeps it up to the horizon, and with a floor from there on. */
function inverseSqrt([one, ...more]: readonly Piece[], { over: begin }: Warm, { steps }: Shape): Style | undefined {
  const clamped = fieldsOf(one && { ...one, start: one.value }, CombinedLeaf);
  const [inner = one, min] = clamped?.operation === "clamp" ? clamped.active : [];
  const law = inner?.leaf instanceof PowerLawLeaf ? inner.leaf.fields : undefined;
  const end = (more[0]?.start ?? steps + 1) - 1;
  if (!law || !inner || begin === 0 || more.length > 1 || more[0]?.leaf || !Number.isFinite(end)) return;
  const floor = more[0] ? more[0].value : (min?.value ?? 0);
  const peak = law.from * (1 + (law.rate * (begin - inner.value)) / law.every) ** -0.5;
  const curve: Plan = { kind: "powerLaw", from: peak, every: begin, power: -0.5 };
  const plan: Plan = floor > 0 ? { kind: "clamp", plan: curve, min: floor } : curve;
  return {
    peak,
    floor,
    flags: { "lr-decay-style": "inverse-square-root", "lr-decay-iters": `${end}` },
    means: {
      kind: "sequence",
      parts: [
        { plan, until: end + 1 - begin },
        { kind: "constant", value: floor },
      ],
    },
  };
}

/** A level, then an annealing to the floor. */
function wsd([stable, one, ...more]: readonly Piece[], { over: begin }: Warm): Style | undefined {
  if (!stable || stable.leaf || !one || more.length > 0) return;
  const curve = annealing(one, stable.value);
  if (!curve) return;
  const { style, means } = curve;
  const end = one.start + curve.over;
  return {
    peak: stable.value,
    floor: curve.to,
    flags: {
      "lr-decay-style": "WSD",
      "lr-decay-iters": `${end}`,
      "lr-wsd-decay-style": style,
      "lr-wsd-decay-iters": `${curve.over}`,
    },
    means: { kind: "sequence", parts: [{ kind: "constant", value: stable.value, over: one.start - begin }, means] },
  };
}

/** It goes on from the level, whatever its own begin is. */
function annealing(one: Piece, from: number): { style: string; to: number; over: number; means: Plan } | undefined {
  const { leaf } = one;
  const { to, over } = Object(leaf?.fields) as { readonly to: number; readonly over: number };
  const ramp = { from, to, over };
  const said = (style: string, means: Plan) => ({ style, to, over, means });
  if (one.start !== one.value) return;
  if (leaf instanceof LinearLeaf) return said("linear", { kind: "linear", ...ramp });
  if (leaf instanceof CosineLeaf) return said("cosine", { kind: "cosine", ...ramp });
  if (leaf instanceof GeometricLeaf) return said("exponential", { kind: "geometric", ...ramp, ratio: 0.5 });
  if (leaf instanceof PolynomialLeaf) return said("minus_sqrt", { kind: "polynomial", ...ramp, power: 1, k: 0.5 });
  return;
}
