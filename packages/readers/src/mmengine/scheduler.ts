import type { Context } from "../context.ts";
import { bind, shortName } from "../entry.ts";
import { hyperparameter } from "../hyperparameter.ts";
import { flag, ignored, number, optional, type Parameter, text, whole } from "../parameter.ts";
import type { Call } from "../value.ts";
import { type Curve, NEVER, type Shape, type Window } from "./curve.ts";
import { FLOORS } from "./floors.ts";
import { STEPS } from "./steps.ts";

/** One scheduler that was read. */
export interface Scheduler {
  readonly call: Call;
  /** What it moves, such as `lr`; `momentum` is the first beta of an optimizer with betas. */
  readonly key: string;
  /** One for all groups, or one for each. */
  readonly curves: readonly Curve[];
  readonly window: Window;
  /** Whether its steps are epochs, also after its epochs were converted to updates. */
  readonly byEpoch: boolean;
}

const SHAPES: Readonly<Record<string, Shape>> = { ...STEPS, ...FLOORS };

const NAME = /^(\w+?)(LR|Momentum|ParamScheduler)$/;

/** The shape and the hyperparameter of a scheduler's class, by its name. */
export function schedulerClass(name: string): { readonly shape: Shape; readonly key: string | undefined } | undefined {
  const [, own = "", kind] = NAME.exec(shortName(name)) ?? [];
  if (!Object.hasOwn(SHAPES, own) || (own === "OneCycle" && kind === "Momentum")) return undefined;
  const key = kind === "LR" ? "lr" : kind === "Momentum" ? "momentum" : undefined;
  return { shape: SHAPES[own] as Shape, key };
}

/** Every class that can be read. */
export const CLASSES: readonly string[] = Object.keys(SHAPES).flatMap((own) =>
  ["LR", "Momentum", "ParamScheduler"].map((kind) => own + kind).filter((name) => schedulerClass(name)),
);

const BEGIN_END = { begin: optional(number, 0), end: optional(number, NEVER) };
const LAST = { last_step: optional(whole, -1) };
const REST = { by_epoch: optional(flag, true), verbose: ignored };

/** The arguments in the order of the real classes, which are not of one mind. */
function parametersOf(
  name: string,
  { parameters }: Shape,
  key: string | undefined,
): Record<string, Parameter<unknown>> {
  const { eta_min_ratio, ...own } = parameters;
  const isAnnealing = name.startsWith("CosineAnnealing");
  return {
    optimizer: ignored,
    ...(key === undefined && { param_name: text }),
    ...(isAnnealing ? own : parameters),
    ...(name.startsWith("MultiStep") ? { ...LAST, ...BEGIN_END } : { ...BEGIN_END, ...LAST }),
    ...REST,
    ...(isAnnealing && { eta_min_ratio: eta_min_ratio as Parameter<unknown> }),
  };
}

/** Reads a scheduler; `epochLength` where its epochs are converted to so many updates each. */
export function readScheduler(call: Call, context: Context, epochLength?: number): Scheduler | undefined {
  const name = shortName(call.name);
  const found = schedulerClass(name);
  if (!found) return undefined;
  const given = bind(parametersOf(name, found.shape, found.key), call, context);
  if (!given) return undefined;
  const refuse = (option: string, expected: string, received: unknown): void =>
    context.problem(`${name}(${option})`, expected, String(received), call.places.get(option) ?? call.place);
  const before = context.issues.length;
  const { begin, end, by_epoch, last_step } = given as {
    readonly begin: number;
    readonly end: number;
    readonly by_epoch: boolean;
    readonly last_step: number;
  };
  const each = epochLength ?? 1;
  // As Python's `int`; the end that no one named stays where it is.
  const window: Window = {
    begin: Math.trunc(begin * each),
    end: end === NEVER ? NEVER : Math.trunc(end * each),
    each,
    refuse,
  };
  if (!(end > begin)) refuse("end", `a number above begin (${begin})`, end);
  else if (begin < 0) refuse("begin", "a number from 0", begin);
  else if (!epochLength && !(Number.isInteger(begin) && Number.isInteger(end))) {
    refuse("begin", "whole numbers for begin and end", `${begin} and ${end}`);
  }
  if (last_step !== -1)
    refuse("last_step", "-1, since a resumed scheduler goes on from rates that are not in the text", last_step);
  if (epochLength && !by_epoch) refuse("by_epoch", "true with convert_to_iter_based", "false");
  const key = found.key ?? hyperparameter(given.param_name as string);
  if (name.startsWith("OneCycle") && key !== "lr") refuse("param_name", '"lr"', JSON.stringify(key));
  if (context.issues.length > before) return undefined;
  const curves = found.shape.curves(given, window);
  if (context.issues.length > before) return undefined;
  return { call, key, curves, window, byEpoch: by_epoch && !epochLength };
}
