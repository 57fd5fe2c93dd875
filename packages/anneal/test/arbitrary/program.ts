import type fc from "fast-check";
import { type Plan, type Program, type Run, schedule } from "../../src/index.ts";
import { drawController, drawMetric } from "./controllers.ts";
import { type Draw, drawn } from "./draw.ts";
import { FUNCTIONS } from "./functions.ts";
import { drawTree } from "./plan.ts";
import { drawRun } from "./units.ts";

/** A param group with everything that a program may drive. */
export interface Group {
  lr: number;
  momentum: number;
  weightDecay: number;
  betas: [number, number];
}

/** One update, a jump to a position, or a metric. */
export type Move = "step" | number | { readonly observe: number };

/** A training run: what is driven, by what, and where it goes. */
export interface Training {
  readonly groups: readonly Group[];
  readonly program: Program;
  readonly run: Run;
  readonly moves: readonly Move[];
}

const KEYS = ["lr", "momentum", "weightDecay", "beta1", "beta2"] as const;

/** Several groups, several hyperparameters, with one plan for all groups or one for each, some with controllers. */
export const training: fc.Arbitrary<Training> = drawn((draw) => {
  const { base: _, ...run } = drawRun(draw);
  const groups = drawList(draw, 1, 3, () => drawGroup(draw));
  const keys = KEYS.filter((_, i) => draw.oneIn(i + 1));
  const program = keys.map((key): [string, Program[string]] => {
    const isBeta = key.startsWith("beta");
    const one = (): Plan => {
      const plan = drawTree(draw, { ...run, base: Number.NaN });
      return isBeta && !staysBelow1(plan, run, groups) ? { kind: "constant", value: "0.5x" } : plan;
    };
    const plan = draw.oneIn(3) ? groups.map(one) : one();
    if (draw.oneIn(2)) return [key, plan];
    const controllers = drawList(draw, 0, 2, () => drawController(draw, groups.length, isBeta));
    const [first] = controllers;
    return [key, { plan, controllers: first && draw.oneIn(3) ? first : controllers }];
  });
  const moves = drawList(draw, 1, 20, () => drawMove(draw, run.steps));
  return { groups, program: Object.fromEntries(program), run, moves };
});

/** Whether a plan may drive betas: from any of the groups' own, and from the thirds that a disturbed group has. */
function staysBelow1(plan: Plan, run: Run, groups: readonly Group[]): boolean {
  const bases = groups.flatMap(({ betas }) => betas.flatMap((beta) => [beta, beta / 3]));
  const { steps = 0 } = run;
  return bases.every((base) =>
    schedule(plan, { ...run, base }, { functions: FUNCTIONS })
      .fill(new Float64Array(steps + 1))
      .every((beta) => beta < 1),
  );
}

function drawGroup(draw: Draw): Group {
  const beta = () => draw.rate() % 1 || 0.5;
  return { lr: draw.rate(), momentum: draw.rate(), weightDecay: draw.rate(), betas: [beta(), beta()] };
}

function drawMove(draw: Draw, steps: number): Move {
  if (draw.oneIn(2)) return { observe: drawMetric(draw) };
  return draw.oneIn(3) ? draw.integer(0, 16 * steps) / 8 : "step";
}

export function drawList<T>(draw: Draw, min: number, max: number, make: (i: number) => T): T[] {
  return Array.from({ length: draw.integer(min, max) }, (_, i) => make(i));
}
