import { callsNamed } from "../callsNamed.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import { Call, Unknown, type Value } from "../value.ts";

/** The rates that Keras's optimizers have where nothing is written; the rate is the first argument of each. */
const RATES: ReadonlyMap<string, number> = new Map([
  ["sgd", 0.01],
  ["lamb", 0.001],
  ["muon", 0.001],
  ["adadelta", 0.001],
  ["adafactor", 0.001],
  ["adagrad", 0.001],
  ["adam", 0.001],
  ["adamax", 0.001],
  ["adamw", 0.001],
  ["ftrl", 0.001],
  ["lion", 0.001],
  ["nadam", 0.001],
  ["rmsprop", 0.001],
]);

/** The rate of an optimizer as it is written, by one of its arguments or its name alone. */
interface Rate {
  readonly value: Value;
  readonly note?: string;
}

/** Tells what rate the optimizer has that the text's models are compiled with, where that is one: what callbacks change. */
export function compiledRate({ calls }: Document, context: Context): void {
  const compiled = callsNamed(calls, "compile").filter(
    ({ name, named, positional: [first] }) =>
      name.includes(".") &&
      (["optimizer", "loss", "metrics"].some((one) => named.has(one)) || (first instanceof Call && rateOf(first))),
  );
  const rates = compiled.map((call) => rateOf(call.named.get("optimizer") ?? call.positional[0]));
  const [first] = rates;
  if (first && rates.every((one) => one && isSame(one.value, first.value))) {
    context.optimizersRate = { ...first, place: compiled[0]?.place };
  }
}

function rateOf(optimizer: Value | undefined): Rate | undefined {
  if (typeof optimizer === "string") return byName(optimizer, `optimizer=${JSON.stringify(optimizer.slice(0, 60))}`);
  if (!(optimizer instanceof Call)) return undefined;
  const name = shortName(optimizer.name);
  if (!RATES.has(name.toLowerCase())) return undefined;
  const { named, positional } = optimizer;
  const written = named.get("learning_rate") ?? named.get("lr") ?? positional[0];
  // A schedule, which callbacks cannot change.
  if (written instanceof Call) return undefined;
  return written === undefined ? byName(name, name) : { value: written };
}

function byName(name: string, written: string): Rate | undefined {
  const value = RATES.get(name.toLowerCase());
  return value === undefined ? undefined : { value, note: `${written} begins with Keras's own rate, ${value}` };
}

function isSame(one: Value, other: Value): boolean {
  return one === other || (one instanceof Unknown && other instanceof Unknown && one.name === other.name);
}
