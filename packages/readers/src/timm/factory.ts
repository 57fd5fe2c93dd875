import type { Context } from "../context.ts";
import { bind } from "../entry.ts";
import { flag, list, nullable, number, optional, type Parameter, text, whole } from "../parameter.ts";
import { Call, type Place, type Value } from "../value.ts";
import { numbers } from "./common.ts";

/** What `create_scheduler_v2` takes, in its order; each schedule reads those that it uses. */
const parameters = {
  num_epochs: optional(number, 300),
  decay_epochs: nullable(number),
  decay_milestones: optional(list(number), [90, 180, 270]),
  cooldown_epochs: optional(number, 0),
  patience_epochs: optional(whole, 10),
  decay_rate: optional(number, 0.1),
  min_lr: optional(number, 0),
  warmup_lr: optional(number, 1e-5),
  warmup_epochs: optional(number, 0),
  warmup_prefix: optional(flag, false),
  noise: nullable(numbers),
  noise_pct: optional(number, 0.67),
  noise_std: optional(number, 1),
  noise_seed: optional(whole, 42),
  cycle_mul: optional(number, 1),
  cycle_decay: optional(number, 0.1),
  cycle_limit: optional(whole, 1),
  k_decay: optional(number, 1),
  decay_fn: nullable(text),
  stable_timescale: nullable(number),
  plateau_mode: optional(text, "max"),
  step_on_epochs: optional(flag, true),
  updates_per_epoch: optional(whole, 0),
} as const;

/** What the factory was given, as far as its schedule uses it. */
export type Given = {
  readonly [K in keyof typeof parameters]: (typeof parameters)[K] extends Parameter<infer T> ? T : never;
};

/** The names of the factory's parameters. */
export const NAMES: readonly string[] = ["optimizer", "sched", ...Object.keys(parameters)];

const WARMUP = ["warmup_lr", "warmup_epochs", "warmup_prefix", "noise"] as const;
const CYCLES = [
  "num_epochs",
  "min_lr",
  "cycle_mul",
  "cycle_decay",
  "cycle_limit",
  "cooldown_epochs",
  ...WARMUP,
] as const;
const STAGES = [
  "num_epochs",
  "decay_epochs",
  "min_lr",
  "decay_fn",
  "stable_timescale",
  "cooldown_epochs",
  ...WARMUP,
] as const;

/** What each schedule uses. */
export const USED: Readonly<Record<string, readonly (keyof Given)[]>> = {
  cosine: [...CYCLES, "k_decay"],
  tanh: CYCLES,
  poly: [...CYCLES, "decay_rate", "k_decay"],
  step: ["decay_epochs", "decay_rate", ...WARMUP],
  constant: WARMUP,
  multistep: ["decay_milestones", "decay_rate", ...WARMUP],
  plateau: ["decay_rate", "patience_epochs", "min_lr", "plateau_mode", ...WARMUP],
  wsd: STAGES,
  rsqrt: STAGES,
  none: [],
};

/** What noise, where there is any, uses too. */
const NOISE = ["num_epochs", "noise_pct", "noise_std", "noise_seed"] as const;

/** Reads what a schedule uses of the factory's arguments; the others are not asked for. */
export function readUsed(
  sched: string,
  written: ReadonlyMap<string, Value>,
  context: Context,
  { name, place, places }: { readonly name: string; readonly place: Place | undefined; places: Call["places"] },
): Given | undefined {
  const used = new Set<keyof Given>([...(USED[sched] ?? []), "step_on_epochs"]);
  if ((written.get("noise") ?? null) !== null && sched !== "none") for (const one of NOISE) used.add(one);
  const steps = written.get("step_on_epochs");
  if (steps !== undefined && context.known(steps) === false) used.add("updates_per_epoch");
  const own = Object.fromEntries([...used].map((one) => [one, parameters[one] as Parameter<unknown>]));
  const named = new Map([...written].filter(([key]) => Object.hasOwn(own, key)));
  const defaults = Object.fromEntries(
    Object.entries(parameters).map(([key, parameter]) => [key, parameter.fallback?.value]),
  );
  const read = bind(own, new Call(name, { named }, place, places), context);
  return read && ({ ...defaults, ...read } as Given);
}
