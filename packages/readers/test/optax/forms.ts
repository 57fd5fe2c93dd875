import { optax64, optax as written } from "../../../anneal/test/parity/ports/optax.ts";
import { optax } from "../../src/optax/optax.ts";
import { Call, type Value } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";
import { callsDocument, type Form } from "../readPorts.ts";

interface Joined {
  readonly schedules: readonly { readonly schedule: string; readonly config: object }[];
  readonly boundaries: readonly number[];
}

/** The table has dictionaries as lists of pairs. */
function argumentsOf(config: object): ReadonlyMap<string, Value> {
  const named = new Map(dictionary(config));
  const pairs = named.get("boundaries_and_scales") as readonly (readonly [number, number])[] | undefined;
  if (pairs) named.set("boundaries_and_scales", new Map(pairs.map(([at, scale]) => [String(at), scale])));
  return named;
}

function callOf(name: string, config: object): Call {
  if (name !== "join_schedules") return new Call(`optax.${name}`, { named: argumentsOf(config) });
  const { schedules, boundaries } = config as Joined;
  const members = schedules.map(({ schedule, config }) => callOf(schedule, config));
  return new Call("optax.schedules.join_schedules", { positional: [members, data(boundaries)] });
}

/** As Python builds them, in float32. */
export const calls: Form = {
  framework: optax,
  written,
  document: (name, { config }) => callsDocument(callOf(name, config)),
};

/** The same in float64. */
export const calls64: Form = { ...calls, written: optax64 };
