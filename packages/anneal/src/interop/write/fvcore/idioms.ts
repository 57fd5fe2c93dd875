import { CosineLeaf } from "../../../kinds/cosine.ts";
import { ExponentialLeaf } from "../../../kinds/exponential.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { PolynomialLeaf } from "../../../kinds/polynomial.ts";
import { type Piece, readPiece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import { decimal, shortest } from "../../print/shortest.ts";
import type { Idiom } from "../idiom.ts";
import { assign } from "../python/assign.ts";
import { type Argument, call, list } from "../python/call.ts";
import { importFrom } from "../python/importFrom.ts";
import { pythonModule } from "../python/module.ts";
import { fieldsOf, levelsOf, stretches } from "../stretches.ts";

/** What fvcore calls a plan, for a variable of this name. */
export function idioms(name: string): readonly Idiom[] {
  return [multiStep, composite].map((make) => (shape) => {
    // It adds 1e-6 to the share of the run that is done, which is a step or more in a longer one.
    const said = shape.steps < LONGEST ? make(stretches(shape, true), shape.steps) : undefined;
    if (!said) return;
    const imports = [importFrom("fvcore.common.param_scheduler", said.classes)];
    const code = assign(name, call(said.classes[0] as string, [], said.args));
    return { code: pythonModule(imports, code), means: said.means };
  });
}

const LONGEST = 999_000;

/** A scheduler of fvcore, and the classes of it and of those in it. */
interface Said {
  readonly classes: readonly string[];
  readonly args: Readonly<Record<string, Argument>>;
  readonly means: Plan;
}

type Say = (all: readonly Piece[], steps: number) => Said | undefined;

/** Two levels or more. */
const multiStep: Say = (all, steps) => {
  const [from = 0, ...to] = levelsOf(all) ?? [];
  if (to.length === 0 || to.length >= steps || !Number.isInteger(steps)) return;
  const at = all.slice(1).map(({ start }) => start);
  const values = list([from, ...to].map(decimal));
  const args = { values, num_updates: steps, milestones: list(at) };
  return { classes: ["MultiStepParamScheduler"], args, means: { kind: "piecewise", from, at, to } };
};

/** One after the other, each for its share of the run. */
const composite: Say = (all, steps) => {
  const ends = [...all.slice(1).map(({ start }) => start), steps];
  const parts = all.map((one, i) => word(one, ends[i] as number)).filter((one) => one !== undefined);
  const [first] = parts;
  if (!first || parts.length < all.length || parts.length > MOST) return;
  if (parts.length === 1) return first;
  const lengths = all.map(({ start }, i) => `${shortest((ends[i] as number) - start)} / ${shortest(steps)}`);
  return {
    classes: ["CompositeParamScheduler", ...parts.flatMap(({ classes }) => classes)],
    args: {
      schedulers: list(parts.map(({ classes, args }) => call(classes[0] as string, [], args))),
      lengths: list(lengths),
      interval_scaling: list(parts.map(() => '"rescaled"')),
    },
    means: { kind: "sequence", parts: parts.map(({ means }, i) => ({ plan: means, until: ends[i] as number })) },
  };
};

/** Longer lists are shorter as a formula, which looks them up. */
const MOST = 64;

/** The scheduler that a stretch is, for a run of its own. */
function word(stretch: Piece, end: number): Said | undefined {
  const { start, value, leaf } = stretch;
  const over = end - start;
  if (!leaf) return said("Constant", { value }, { kind: "constant", value });
  const from = readPiece(stretch, start);
  if (leaf instanceof LinearLeaf) {
    const to = end - value === leaf.fields.over ? leaf.fields.to : leaf.at(end - value);
    // A line that is cut between two steps may go on to below 0.
    if (to < 0) return;
    return said("Linear", { start_value: from, end_value: to }, { kind: "linear", from, to, over });
  }
  if (leaf instanceof ExponentialLeaf && leaf.fields.to === 0 && !leaf.fields.staircase) {
    const decay = leaf.fields.factor ** (over / leaf.fields.every);
    return said("Exponential", { start_value: from, decay }, { kind: "exponential", from, factor: decay, every: over });
  }
  const cosine = fieldsOf(stretch, CosineLeaf);
  if (cosine?.over === over) {
    const { to } = cosine;
    return said("Cosine", { start_value: from, end_value: to }, { kind: "cosine", from, to, over });
  }
  const polynomial = fieldsOf(stretch, PolynomialLeaf);
  if (polynomial?.over !== over || polynomial.to !== 0) return;
  const { power } = polynomial;
  return said("PolynomialDecay", { base_value: from, power }, { kind: "polynomial", from, to: 0, over, power });
}

function said(name: string, args: Readonly<Record<string, number>>, means: Plan): Said {
  const texts = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, decimal(value)]));
  return { classes: [`${name}ParamScheduler`], args: texts, means };
}
