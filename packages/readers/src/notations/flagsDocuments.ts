import { type Document, dataDocument } from "../document.ts";
import { type List, Unknown, type Value } from "../value.ts";
import { checkLength } from "./limits.ts";
import { Places } from "./places.ts";
import { commands } from "./shell/commands.ts";
import { type Expanded, splitWords, Variables } from "./shell/expand.ts";
import { Budget } from "./shell/limits.ts";

/** `--lr`, `--lr=0.1`, `-b`; a number below 0 is none. */
const FLAG = /^(--?[A-Za-z][\w.-]*)(?:=([\s\S]*))?$/;

/**
 * The commands with flags in a command line, a shell script or a list of arguments, each a document by itself: a
 * dictionary of its flags with their dashes as they are written, `true`, a text, or a list of texts; under `""` the words
 * before the first flag. Of a flag that is there twice the last counts.
 *
 * Quotes, lines that go on, comments, variables (`LR=0.1`, `$LR`, `${LR:-0.1}`), arrays (`ARGS=(--lr 0.1)`) and whole
 * numbers' arithmetic are read as a shell reads them; nothing is run, and what only running can tell is unknown. Where no
 * command has flags, those that the variables hold are taken.
 *
 * A PlanError, with its line and column, for more than 8,000,000 characters, 20,000 commands with flags, 20,000
 * assignments, 50,000 substitutions or 200,000 words.
 */
export function flagsDocuments(text: string, before = 0): readonly Document[] {
  checkLength(text);
  const places = new Places(text, before);
  const budget = new Budget();
  const variables = new Variables(places, budget);
  const documents: Document[] = [];
  for (const { assignments, words } of commands(text)) {
    for (const assignment of assignments) variables.assign(assignment);
    const document = flagsOf(
      words.flatMap((word) => variables.expand(word)),
      places,
    );
    if (!document) continue;
    budget.take("commands", 1);
    documents.push(document);
  }
  const held = documents.length > 0 ? undefined : flagsOf(variables.all.flatMap(splitWords), places);
  return held ? [held] : documents;
}

/** A document of a command's words, or nothing where none of them is a flag. */
function flagsOf(words: readonly Expanded[], places: Places): Document | undefined {
  const flags = new Map<string, Value>();
  let name = "";
  let values: (string | Unknown)[] = [];
  const offsets = new Map<string | number | undefined, number>([[name, words[0]?.offset ?? 0]]);
  const close = (): void => {
    if (name || values.length > 0) flags.set(name, name ? flagValue(values) : values);
  };
  for (const { value, offset } of words) {
    const flag = typeof value === "string" ? FLAG.exec(value) : null;
    if (!flag) {
      // The arguments of the script itself, which nobody gave.
      if (!(value instanceof Unknown && /^\$[@*]$/.test(value.name))) values.push(value);
      continue;
    }
    close();
    [name, values] = [flag[1] as string, flag[2] === undefined ? [] : [flag[2]]];
    offsets.set(name, offset);
  }
  close();
  if (!name) return undefined;
  return dataDocument("flags", flags, ([flag]) => {
    const offset = offsets.get(flag);
    return offset === undefined ? undefined : places.at(offset);
  });
}

function flagValue(values: List): Value {
  return values.length > 1 ? values : (values[0] ?? true);
}
