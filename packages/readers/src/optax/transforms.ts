import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import { Call, isList, type Value } from "../value.ts";

/** What one transformation of optax's does with the updates, as far as rates go. */
export interface Transform {
  readonly call: Call;
  /** What they are multiplied by, in their order: a number, or a schedule. */
  readonly rates: readonly Value[];
  /** What else may be scheduled, by optax's own names. */
  readonly others: readonly (readonly [name: string, value: Value])[];
}

/** One optimizer of a text: a chain, or a transformation that is in none. */
export interface Chain {
  readonly name: string;
  readonly call: Call;
  readonly transforms: readonly Transform[];
}

/** The optimizers that a text makes of optax's transformations. */
export function chainsIn({ calls }: Document): readonly Chain[] {
  const inner = new Set(calls.filter(isChain).flatMap(linksOf));
  return calls
    .filter((call) => !inner.has(call) && (isChain(call) || isOptimizer(call)))
    .map((call) => ({ name: transformName(call), call, transforms: transformsOf(call, 8) }));
}

function transformsOf(call: Call, depth: number): readonly Transform[] {
  if (isChain(call)) {
    return depth === 0 ? [] : linksOf(call).flatMap((one) => transformsOf(one, depth - 1));
  }
  const name = transformName(call);
  const first = FIRST[name] ?? (OPTIMIZERS.has(name) ? "learning_rate" : undefined);
  const given = new Map(call.named);
  const [value] = call.positional;
  if (first !== undefined && value !== undefined && !given.has(first)) given.set(first, value);
  const rate = given.get(RATES[name] ?? "learning_rate") ?? null;
  const others = [...given].filter(([own]) => SCHEDULED.has(own));
  return [{ call, rates: rate === null ? [] : [rate], others }];
}

/** What a chain is made of; each with a name where it is a named one. */
function linksOf({ positional }: Call): readonly Call[] {
  return positional.map((one) => (isList(one) ? one.at(-1) : one)).filter((one): one is Call => one instanceof Call);
}

const isChain = ({ name }: Call): boolean => /^optax\.(?:named_)?chain$/.test(name);

const isOptimizer = (call: Call): boolean => OPTIMIZERS.has(transformName(call));

/** Such as `adamw`, also of `inject_hyperparams(optax.adamw)`, which is called with the same. */
function transformName({ name, written }: Call): string {
  const injected = /\binject(?:_stateful)?_hyperparams\(\s*([\w.]+)/.exec(written)?.[1];
  if (injected !== undefined) return shortName(injected);
  return /^optax\.(?:\w+\.)*\w+$/.test(name) ? shortName(name) : "";
}

/** What is scaled by, where that is no `learning_rate`. */
const RATES: Readonly<Record<string, string>> = { scale: "step_size", scale_by_schedule: "step_size_fn" };

/** The first parameter of those that are no optimizers. */
const FIRST: Readonly<Record<string, string>> = {
  ...RATES,
  scale_by_learning_rate: "learning_rate",
  add_decayed_weights: "weight_decay",
};

const OPTIMIZERS: ReadonlySet<string> = new Set([
  "adabelief",
  "adadelta",
  "adafactor",
  "adagrad",
  "adam",
  "adamw",
  "adamax",
  "adamaxw",
  "adan",
  "amsgrad",
  "fromage",
  "lamb",
  "lars",
  "lion",
  "nadam",
  "nadamw",
  "noisy_sgd",
  "novograd",
  "optimistic_gradient_descent",
  "radam",
  "rmsprop",
  "rprop",
  "sgd",
  "sign_sgd",
  "signum",
  "sm3",
  "yogi",
]);

const SCHEDULED: ReadonlySet<string> = new Set([
  "b1",
  "b2",
  "b3",
  "decay",
  "decay_rate",
  "eps",
  "momentum",
  "weight_decay",
]);
