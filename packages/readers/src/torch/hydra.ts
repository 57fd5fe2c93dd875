import { interpolated } from "../composer/interpolated.ts";
import type { Document } from "../document.ts";
import { type Entry, shortName } from "../entry.ts";
import type { Configuration } from "../framework.ts";
import { Call, isDictionary, isList, type Place, Unknown, type Value } from "../value.ts";

/** The key under which Hydra has what is to be called. */
const TARGET = "_target_";

/** How deep calls may stand in a configuration. */
const DEEPEST = 8;

/** An optimizer's class. */
const OPTIMIZER = /^torch\.optim\.(?:\w+\.)*[A-Z]\w*$/;

/**
 * PyTorch's schedulers as Hydra's `instantiate` makes them: `_target_: torch.optim.lr_scheduler.StepLR` beside its
 * arguments. The optimizer, which is handed to it when it runs, is the one that the configuration has.
 *
 * Source: Hydra 1.3, `hydra.utils.instantiate`.
 */
export function hydraOf(entries: Readonly<Record<string, Entry>>): Configuration {
  const isScheduler = (name: string) => Object.hasOwn(entries, name);
  const isOptimizer = (name: string) => OPTIMIZER.test(name) && !isScheduler(name);
  return {
    recognises: ({ data, notation }) => notation !== "python" && targetsIn(data, isScheduler).length > 0,
    read(document) {
      const [optimizer, ...others] = targetsIn(document.data, isOptimizer);
      // Of several nobody says which one is meant.
      const own = optimizer && others.length === 0 ? callOf(document, optimizer) : undefined;
      return targetsIn(document.data, isScheduler).map((path) => {
        const call = callOf(document, path, own);
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
      const name = value.get(TARGET);
      if (typeof name === "string" && holds(name)) found.push([...path]);
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
function callOf({ data, place }: Document, path: Path, optimizer?: Call): Call {
  return made(at(data, path), path) as Call;

  function made(value: Value, where: Path): Value {
    if (isList(value)) return value.map((one, i) => made(one, [...where, i]));
    const name = isDictionary(value) ? value.get(TARGET) : undefined;
    if (!isDictionary(value) || typeof name !== "string")
      return plain(interpolated(value, data) ?? null, where, place(where));
    const named = new Map<string, Value>(optimizer ? [["optimizer", optimizer]] : []);
    const places = new Map<string, Place>();
    for (const [key, one] of value) {
      // `_partial_`, `_recursive_` and `_convert_` are Hydra's own.
      if (/^_\w+_$/.test(key)) continue;
      named.set(key, made(one, [...where, key]));
      const own = place([...where, key]);
      if (own) places.set(key, own);
    }
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
