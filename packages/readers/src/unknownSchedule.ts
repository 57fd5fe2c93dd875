import type { Document } from "./document.ts";
import { shortName } from "./entry.ts";
import { frameworks } from "./frameworks.ts";
import { distance } from "./nearest.ts";
import { describe } from "./parameter.ts";
import { isDictionary, isList, type Place, type Value } from "./value.ts";

/** What is called so makes a schedule, whoever's it is. */
const CALLED = /(?:LR|Scheduler|Schedule|Warmup|Annealing|Decay)$|^(?:get|create|build|make)_\w*schedule/;
/** A setting that says which schedule, whatever it is of. */
const SETTING =
  /^-*(?:lr[-_]?(?:scheduler|schedule|policy)|learning[-_]rate[-_](?:scheduler|schedule))(?:[-_](?:type|name))?$/i;

/** How many dictionaries of a text are looked at, and how deep. */
const MOST = 10_000;
const DEEPEST = 8;

/** Something that plainly is a schedule, in words, and where it stands. */
export interface Unread {
  readonly place: Place | undefined;
  readonly told: string;
}

/** What documents without a schedule that is known have of others: a class by its name, or a setting. */
export function unknownSchedule(documents: readonly Document[]): Unread | undefined {
  for (const { calls } of documents) {
    const parser = calls.find(({ name }) => shortName(name) === "HfArgumentParser");
    if (parser) return { place: parser.place, told: "HfArgumentParser(…), whose arguments are a command line's" };
    const call = calls.find(({ name }) => CALLED.test(shortName(name)));
    if (!call) continue;
    const name = shortName(call.name).slice(0, 60);
    const whose = call.name.startsWith("__main__.") ? "the text's own" : "none of theirs";
    return { place: call.place, told: `${name}(…), which is ${whose}; the nearest is ${nearestOf(name)}` };
  }
  for (const { data, place } of documents) {
    const path = settingIn(data);
    if (!path) continue;
    const value = path.reduce<Value | undefined>(
      (inside, key) => (isDictionary(inside) ? inside.get(key) : undefined),
      data,
    );
    const told = isDictionary(value) || isList(value) || value === undefined ? "" : ` ${describe(value)}`;
    return { place: place(path), told: `${path.join(".")}${told}, in a form of none of theirs` };
  }
  return undefined;
}

/** Where a setting stands that says which schedule. */
function settingIn(data: Value): readonly string[] | undefined {
  const left: { readonly path: readonly string[]; readonly value: Value }[] = [{ path: [], value: data }];
  for (let i = 0; i < Math.min(left.length, MOST); i++) {
    const { path, value } = left[i] as (typeof left)[number];
    if (!isDictionary(value) || path.length > DEEPEST) continue;
    for (const [key, inside] of value) {
      if (inside !== null && SETTING.test(key)) return [...path, key];
      if (left.length < MOST && isDictionary(inside)) left.push({ path: [...path, key], value: inside });
    }
  }
  return undefined;
}

function nearestOf(name: string): string {
  const known = new Set(frameworks.flatMap(({ entries }) => Object.keys(entries).map(shortName)));
  let best = { name: "", away: Number.POSITIVE_INFINITY };
  for (const other of known) {
    const away = distance(name.toLowerCase(), other.toLowerCase());
    if (away < best.away) best = { name: other, away };
  }
  return best.name;
}
