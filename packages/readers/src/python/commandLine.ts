import { pythonFloat } from "../notations/pythonNumber.ts";
import { isList, type Place, Unknown, type Value } from "../value.ts";
import type { Flag, Flags, Held } from "./held.ts";

/** What a parser makes of a command line that the text writes out, by the names of fields; nothing where that is not known. */
export function commandLine(flags: Flags, words: Value | undefined, place: Place): Map<string, Held> {
  const fields = new Map<string, Held>();
  if (!isList(words)) return fields;
  const positional = [...flags.known].filter(([, { option }]) => !option.startsWith("-"));
  for (let i = 0; i < words.length; ) {
    const word = words[i++] as Value;
    const [, name = "", written] = /^(--?[A-Za-z][^=]*)(?:=(.*))?$/s.exec(String(word)) ?? [];
    const [field, flag] = (name === "" ? positional.shift() : flagNamed(flags, name)) ?? [];
    if (field === undefined || !flag) continue;
    const { action, many = false } = flag;
    if (action !== undefined && /^store_(?:true|false)$|BooleanOptionalAction$/.test(action)) {
      fields.set(field, action !== "store_false" && !name.startsWith("--no-"));
      continue;
    }
    const taken: Value[] = written === undefined ? (name === "" ? [word] : []) : [written];
    while (i < words.length && !isOption(words[i] as Value) && (many || taken.length === 0)) {
      taken.push(words[i++] as Value);
    }
    const read = taken.map((one) => madeOf(one, flag, place));
    fields.set(field, many ? read : (read[0] ?? null));
  }
  return fields;
}

function isOption(word: Value): boolean {
  return typeof word === "string" && /^--?[A-Za-z]/.test(word);
}

/** A flag by one of its names, or by the beginning that it alone has. */
function flagNamed({ known }: Flags, name: string): readonly [string, Flag] | undefined {
  const all = [...known];
  const has = (own: string) => all.filter(([, { option, names = [option] }]) => names.includes(own));
  const [exact] = [...has(name), ...has(name.replace(/^--no-/, "--"))];
  const near = all.filter(([, { option, names = [option] }]) => names.some((one) => one.startsWith(name)));
  return exact ?? (near.length === 1 ? near[0] : undefined);
}

function madeOf(word: Value, { option, type }: Flag, place: Place): Value {
  if (typeof word !== "string" || type === undefined || type === "str") return word;
  if (type === "int" || type === "float") return pythonFloat(word) ?? word;
  if (type === "bool") return word !== "";
  return new Unknown(option, place, "a type that is not read");
}
