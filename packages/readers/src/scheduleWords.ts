import { shortName } from "./entry.ts";
import { frameworks } from "./frameworks.ts";
import { wordsOf } from "./python/words.ts";

let known: RegExp | undefined;

/** What finds the words of schedules, and every callable's that is read, in a text. */
export function scheduleWords(): RegExp {
  const callables = frameworks.flatMap(({ entries, methods = {} }) => [
    ...Object.keys(entries),
    ...Object.keys(methods),
  ]);
  known ??= wordsOf(callables.map(shortName));
  return known;
}
