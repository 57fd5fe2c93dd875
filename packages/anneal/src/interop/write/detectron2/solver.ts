import { CosineLeaf } from "../../../kinds/cosine.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import type { Idiom, Idiomatic, Shape } from "../idiom.ts";
import { factorOf, fieldsOf, levelsOf, ratio, stretches } from "../stretches.ts";
import { yamlNumber } from "./yamlNumber.ts";

/** The rate as `SOLVER` has it: a warm-up by a line or at a level, then levels by a factor or a cosine. */
export const solver: readonly Idiom[] = [cosine, levels].flatMap((rest) =>
  [none, line, level].map((climb) => (shape: Shape) => write(shape, climb, rest)),
);

/** What comes first: from which share of the base rate it climbs, for how long, and the stretches after it. */
interface Climb {
  readonly factor: number;
  readonly iterations: number;
  readonly method: "linear" | "constant";
  readonly rest: readonly Piece[];
}

/** What comes then, on the whole run's clock or after the warm-up: its own settings, and what it is. */
interface Rest {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly rescaled: boolean;
  readonly means: Plan;
  readonly peak: number;
}

function write(
  shape: Shape,
  climb: (all: readonly Piece[], base: number) => Climb | undefined,
  follow: (all: readonly Piece[], shape: Shape, begin: number) => Rest | undefined,
): Idiomatic | undefined {
  const { base, steps } = shape;
  const warm = climb(stretches(shape), base);
  // Where a change comes it adds 1e-6 to the share of the run that is done, which is a step or more in a longer run.
  if (!warm || !Number.isInteger(steps) || steps > 999_000) return;
  // It makes a longer warm-up as long as the run.
  if (!Number.isInteger(warm.iterations) || warm.iterations > steps) return;
  const { factor, iterations, method } = warm;
  const rest = follow(warm.rest, shape, iterations);
  if (!rest) return;
  const settings = {
    LR_SCHEDULER_NAME: rest.name,
    BASE_LR: yamlNumber(base),
    ...rest.settings,
    MAX_ITER: `${steps}`,
    WARMUP_FACTOR: yamlNumber(factor),
    WARMUP_ITERS: `${iterations}`,
    WARMUP_METHOD: method,
    ...(rest.rescaled && { RESCALE_INTERVAL: "True" }),
  };
  const lines = Object.entries(settings).map(([key, value]) => `  ${key}: ${value}\n`);
  const from = factor * base;
  const first: Plan =
    method === "linear"
      ? { kind: "linear", from, to: rest.peak, over: iterations }
      : { kind: "constant", value: from, over: iterations };
  const { means: plan, rescaled } = rest;
  const means: Plan = { kind: "sequence", parts: [first, rescaled ? plan : { plan, clock: "global" }] };
  return { code: `SOLVER:\n${lines.join("")}`, means: iterations > 0 ? means : plan };
}

function none(rest: readonly Piece[]): Climb {
  return { factor: 1, iterations: 0, method: "linear", rest };
}

function line([first, ...rest]: readonly Piece[], base: number): Climb | undefined {
  const fields = fieldsOf(first, LinearLeaf);
  const iterations = rest[0]?.start ?? 0;
  // A line that ends in a level goes on as one.
  const held =
    fields && iterations !== fields.over ? { start: fields.over, value: fields.to, leaf: undefined } : undefined;
  return (
    fields && {
      factor: ratio(fields.from, base),
      iterations: fields.over,
      method: "linear",
      rest: held ? [held, ...rest] : rest,
    }
  );
}

function level([first, ...rest]: readonly Piece[], base: number): Climb | undefined {
  if (!first || first.leaf || !rest[0]) return;
  return { factor: ratio(first.value, base), iterations: rest[0].start, method: "constant", rest };
}

/** From the base rate on, each level the same share of the one before. */
function levels(all: readonly Piece[], { base, steps }: Shape): Rest | undefined {
  const own = levelsOf(all);
  const factor = own && factorOf(own);
  if (!own || own.length === 0 || factor === undefined || own.length > steps) return;
  const at = all.slice(1).map(({ start }) => start);
  const settings = { GAMMA: yamlNumber(factor), STEPS: at.length === 1 ? `(${at},)` : `(${at.join(", ")})` };
  const to = at.map((_, i) => base * factor ** (i + 1));
  return {
    name: "WarmupMultiStepLR",
    settings,
    rescaled: false,
    means: { kind: "piecewise", from: base, at, to },
    peak: base,
  };
}

/** To the end of the run; on the whole run's clock, or for what is left of it. */
function cosine([one, ...more]: readonly Piece[], { base, steps }: Shape, begin: number): Rest | undefined {
  if (!(one?.leaf instanceof CosineLeaf) || more.length > 0) return;
  const { from, to, over } = one.leaf.fields;
  const rescaled = one.value > 0;
  if (from !== base || one.value + over !== steps || !(to <= base)) return;
  const means: Plan = { kind: "cosine", from, to, over };
  const settings = { BASE_LR_END: yamlNumber(to) };
  return { name: "WarmupCosineLR", settings, rescaled, means, peak: rescaled ? base : one.leaf.at(begin) };
}
