import type { OwnRate } from "./ownRate.ts";
import type { OwnScheduler } from "./ownScheduler.ts";
import type { RateSetter } from "./rateSetter.ts";
import type { Counted, Loop, Looped, Managed, Prepared, Stepped } from "./stepped.ts";
import type { Call, Dictionary, Place, Value } from "./value.ts";

/** A text that was parsed: what it holds as data, by its notation. Nothing in it was run. */
export interface Document {
  readonly notation: "python" | "json" | "yaml" | "toml" | "flags";
  /** What the text says: a configuration's data, or what the variables of a Python text hold at its end. */
  readonly data: Value;
  /** Where an entry of the data stands, by the keys that lead to it. */
  place(path: readonly (string | number)[]): Place | undefined;
  /** Of a Python text: every call in it that could be read, in its order; arguments that are calls are in it too. */
  readonly calls: readonly Call[];
  /** Of a Python text: where it calls `step()`. */
  readonly steps?: readonly Stepped[];
  /** Of a Python text: where it calls `step_update(…)`. */
  readonly stepsByUpdate?: readonly Stepped[];
  /** Of a Python text: where it calls what by its name makes an update. */
  readonly updates?: readonly Stepped[];
  /** Of a Python text: what its loops count up. */
  readonly counted?: readonly Counted[];
  /** Of a Python text: what it calls in loops. */
  readonly looped?: ReadonlyMap<Call, Looped>;
  /** Of a Python text: its loops that are in no other. */
  readonly outermost?: readonly Loop[];
  /** Of a Python text: the schedulers that a trainer is given to step. */
  readonly managed?: ReadonlyMap<Value, Managed>;
  /** Of a Python text: what Accelerate is given to prepare, by itself and by its name. */
  readonly prepared?: ReadonlyMap<Value, Prepared>;
  /** Of a Python text: the methods of its classes that do not go on with what they override, and the lines that they have. */
  readonly overriding?: ReadonlyMap<string, { readonly place: Place; readonly lastLine: number }>;
  /** Of a Python text: what sets an optimizer's rates by how far training is. */
  readonly setters?: () => readonly RateSetter[];
  /** Of a Python text: where it sets the rate of an optimizer's group itself, outside of functions that it does not call. */
  readonly ratesSet?: readonly Place[];
  /** Of a Python text: the schedulers that it makes of classes of its own. */
  readonly own?: () => readonly OwnScheduler[];
  /** Of a Python text: the schedules that it makes of classes of its own, which are called with the count of updates. */
  readonly ownRates?: () => readonly OwnRate[];
  /** Of a Python text: the schedules of classes of its own of which it makes none. */
  readonly unmade?: () => { readonly schedulers: readonly OwnScheduler[]; readonly rates: readonly OwnRate[] };
  /** Of a Python text: what the functions of one argument compute that it defines for itself, by their names. */
  readonly functions?: () => ReadonlyMap<string, Value>;
}

/** A document of data alone. */
export function dataDocument(
  notation: Exclude<Document["notation"], "python">,
  data: Value,
  place: Document["place"] = () => undefined,
): Document {
  return { notation, data, place, calls: [] };
}

/** Whether it may hold objects, one in another: what is written, but for the flags of a command. */
export function hasObjects({ notation }: Document): boolean {
  return notation !== "python" && notation !== "flags";
}

/** The entry that keys lead to, as far as there are dictionaries on the way. */
export function lookUp(data: Value | undefined, ...keys: readonly string[]): Value | undefined {
  let inside = data;
  for (const key of keys) inside = isMap(inside) ? inside.get(key) : undefined;
  return inside;
}

function isMap(value: Value | undefined): value is Dictionary {
  return value instanceof Map;
}
