import { interpolated } from "../composer/interpolated.ts";
import { type Document, hasObjects } from "../document.ts";
import { type Entry, shortName } from "../entry.ts";
import type { Configuration } from "../framework.ts";
import { Call, type Dictionary, isDictionary, isList, type Place, Unknown, type Value } from "../value.ts";

/** The keys under which Hydra, and torchtune, have what is to be called. */
const TARGETS = ["_target_", "_component_"];

function targetOf(value: Dictionary): string | undefined {
  const name = TARGETS.map((key) => value.get(key)).find((one) => one !== undefined);
  return typeof name === "string" ? name : undefined;
}

/** How deep calls may stand in a configuration. */
const DEEPEST = 8;

/** An optimizer's class. */
const OPTIMIZER = /^torch\.optim\.(?:\w+\.)*[A-Z]\w*$/;

/**
 * Schedulers as Hydra's `instantiate` makes them: `_target_: torch.optim.lr_scheduler.StepLR` beside its arguments. The optimizer, which is handed to it when it runs, is the one that the configuration has.
 *
 * Source: Hydra 1.3, `hydra.utils.instantiate`; torchtune 0.6, `torchtune.config.instantiate`.
 */
export function hydraOf(
  entries: Readonly<Record<string, Entry>>,
  /** What else is handed to one of that name when it runs, where its configuration does not have it. */
  handed: (name: string) => readonly string[] = () => [],
): Configuration {
  const isScheduler = (name: string) => Object.hasOwn(entries, name);
  const isOptimizer = (name: string) => OPTIMIZER.test(name) && !isScheduler(name);
  return {
    recognises: (document) => hasObjects(document) && targetsIn(document.data, isScheduler).length > 0,
    read(document) {
      const [optimizer, ...others] = targetsIn(document.data, isOptimizer);
      // Of several nobody says which one is meant.
      const own = optimizer && others.length === 0 ? callOf(document, optimizer) : undefined;
      return targetsIn(document.data, isScheduler).map((path) => {
        const call = callOf(document, path, own, handed);
        const { name, place } = call;
        return { name: shortName(name), place, read: (context) => entries[name]?.read(call, context) };
      });
    },
  };
}

type Path = readonly (string | number)[];

/** Where targets of some kind stand, but for those that stand in others. */
function targetsIn(data: Value, holds: (name: string) => boolean): readonly Path[] {
  const found: Path[] = [];
  const path: (string | number)[] = [];
  visit(data);
  return found;

  function visit(value: Value): void {
    if (isDictionary(value)) {
      const name = targetOf(value);
      if (name !== undefined && holds(name)) found.push([...path]);
      else if (path.length < DEEPEST) value.forEach(enter);
    } else if (isList(value) && path.length < DEEPEST) value.forEach(enter);
  }

  function enter(value: Value, key: string | number): void {
    // Most of what is in a text is no container.
    if (typeof value !== "object" || value === null) return;
    path.push(key);
    visit(value);
    path.pop();
  }
}

/** A target as a call, and the targets among its arguments too; the optimizer goes to each of them. */
function callOf(
  { data, place }: Document,
  path: Path,
  optimizer?: Call,
  handed: (name: string) => readonly string[] = () => [],
): Call {
  return made(at(data, path), path) as Call;

  function made(value: Value, where: Path): Value {
    if (isList(value)) return value.map((one, i) => made(one, [...where, i]));
    const name = isDictionary(value) ? targetOf(value) : undefined;
    if (!isDictionary(value) || name === undefined)
      return plain(interpolated(value, data) ?? null, where, place(where));
    const named = new Map<string, Value>(optimizer ? [["optimizer", optimizer]] : []);
    const places = new Map<string, Place>();
    for (const [key, one] of value) {
      // Such as `_partial_`, `_recursive_` and `_convert_`, which are Hydra's own.
      if (/^_\w+_$/.test(key)) continue;
      named.set(key, made(one, [...where, key]));
      const own = place([...where, key]);
      if (own) places.set(key, own);
    }
    for (const one of handed(name)) if (!named.has(one)) named.set(one, new Unknown(one, place(where)));
    return new Call(name, { named }, place(where), places, true);
  }
}

/** A value as OmegaConf reads it, where YAML 1.1 has a text: `1e-6`, and `???`, which is to be said when it runs. */
function plain(value: Value, path: Path, place: Place | undefined): Value {
  if (value === "???") return new Unknown(path.join("."), place);
  return typeof value === "string" && /^[-+]?\d+e[-+]?\d+$/i.test(value) ? Number(value) : value;
}

function at(data: Value, path: Path): Value {
  return path.reduce<Value>((inside, key) => {
    const next = isDictionary(inside) ? inside.get(String(key)) : isList(inside) ? inside[Number(key)] : undefined;
    return next ?? null;
  }, data);
}
