import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import { float, floats, set, word } from "../numerals.ts";
import { type Options, readOptions } from "../options.ts";
import { limited, optional, text } from "../parameter.ts";
import { Unknown } from "../value.ts";
import type { Solver } from "./solver.ts";
import { solverOptions } from "./solverOptions.ts";

const least = (bound: number) => limited(float, `a number from ${bound}`, (value) => value >= bound);
const whole = limited(float, "a whole number above 0", (value) => value > 0 && Number.isInteger(value));

/** What a solver is when nothing is written. */
export type Defaults = Pick<Solver, "warmup_factor" | "warmup_iters">;

/** The settings of which no two configurations are alike: where the text is not all of it, they are asked for. */
const ASKED = ["max_iter", "steps", "base_lr"];

/** Whether other files have settings too: those that `_BASE_` names, or the one of a command line. */
export function isPartial({ notation, data }: Document): boolean {
  return notation === "flags" || lookUp(data, "_BASE_") !== undefined;
}

/** Reads `SOLVER`, or nothing where something is missing or wrong. */
export function readSolver(document: Document, { warmup_factor, warmup_iters }: Defaults, context: Context) {
  const written = solverOptions(document, (name) => context.given(name));
  const partial = isPartial(document);
  const name = written("lr_scheduler_name")?.value ?? "WarmupMultiStepLR";
  const isAsked = (option: string): boolean => {
    if (!partial || !ASKED.includes(option)) return false;
    return option === "steps" ? name === "WarmupMultiStepLR" : option === "max_iter" || name === "WarmupCosineLR";
  };
  const options: Options = (option) => {
    const found = written(option);
    if (found || !isAsked(option)) return found;
    const path = `SOLVER.${option.toUpperCase()}`;
    return { value: new Unknown(path, undefined, "it may be set in a file that is not read"), path };
  };
  const parameters = {
    lr_scheduler_name: optional(word(text), "WarmupMultiStepLR"),
    max_iter: optional(whole, 40_000),
    base_lr: optional(
      limited(float, "a number above 0", (value) => value > 0),
      0.001,
    ),
    base_lr_end: optional(float, 0),
    gamma: optional(least(0), 0.1),
    steps: optional(floats, [30_000]),
    num_decays: optional(whole, 3),
    warmup_factor: optional(least(0), warmup_factor),
    warmup_iters: optional(least(0), warmup_iters),
    warmup_method: optional(word(text), "linear"),
    rescale_interval: optional(set, false),
    poly_lr_power: optional(float, 0.9),
    poly_lr_constant_ending: optional(float, 0),
    bias_lr_factor: optional(float, 1),
    reference_world_size: optional(least(0), 0),
  } as const;
  const solver = readOptions(parameters, options, context);
  if (!solver) return undefined;
  const hasBase = !partial || written("base_lr") !== undefined;
  if (!hasBase) context.need("SOLVER.BASE_LR", "the rate of which the plan is a multiple");
  if (partial) {
    const text = "What other files set is not read: settings that are not here have their defaults.";
    context.note(text, document.place(["_BASE_"]));
  }
  return { ...solver, run: { ...(hasBase && { base: solver.base_lr }), steps: solver.max_iter } };
}
