import { hyperparameterOf } from "../columns/hyperparameterOf.ts";
import { stepOf } from "../columns/stepOf.ts";

/** What a line of a console says. */
export interface ConsoleLine {
  /** The names that a log is read by, each once, with what is written for it. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly hasRate: boolean;
  readonly hasCount: boolean;
  /** The place in an epoch, with the epoch and its length: `Epoch [1][50/100]`. */
  readonly within?: { readonly epoch: number; readonly step: number; readonly length: number };
  /** What a count goes up to: `Iter [50/100]`. */
  readonly total?: number;
}

/** How many letters of a line are read. */
const LONGEST = 2 ** 14;

/** Colours and movements of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they begin with.
const CONTROLS = /\u001b\[[\d;?]*[A-Za-z]/g;

const NUMBER = String.raw`[+-]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})(?:[eE][+-]?\d{1,5})?(?!\w|\.\d)`;

/** A name, and its number after a colon, an equals sign or blanks; in a list, or as a part of a whole, the first one. */
const PAIR = new RegExp(
  String.raw`(?<![\w./@-])([A-Za-z_][\w./@-]{0,80})(?:\(\w{1,20}\))?(?:\s{0,20}[:=]\s{0,20}|\s{1,20}|(?=\[))([[(]?)\s{0,20}(${NUMBER})`,
  "g",
);

const NEXT = new RegExp(String.raw`\s{0,20},\s{0,20}(${NUMBER})`, "y");
const WHOLE = /\s{0,20}\/\s{0,20}(\d{1,12})/y;

/** `Epoch [1][50/100]`, `Epoch(train)  [1][ 50/100]`, `Train: [0/300][10/1251]`, `Train: 0 [  50/1251 (  4%)]`. */
const WITHIN =
  /\b(?:(?:epoch|train)\b(?:\(\w{1,20}\))?\s{0,9}:?\s{0,9}\[\s{0,9}(\d{1,9})\s{0,9}(?:\/\s{0,9}\d{1,9}\s{0,9})?\]|train:\s{1,9}(\d{1,9}))\s{0,9}\[\s{0,9}(\d{1,9})\s{0,9}\/\s{0,9}(\d{1,9})/i;

/** Reads a line as trainers print them: `step 10 | loss 2.31 | lr 5.9e-03`, `Epoch: [0][10/500]  lr: 0.1`, `iter=10, lr=0.1`. */
export function consoleLine(line: string): ConsoleLine {
  const plain = line
    .slice(0, LONGEST)
    .replaceAll(CONTROLS, "")
    .replaceAll(/\b(learning|weight)[ -](rate|decay)\b/gi, "$1_$2");
  const place = WITHIN.exec(plain);
  const text = place ? plain.replace(place[0], " ") : plain;
  const pairs = new Map<string, string>();
  let [hasRate, hasCount] = [false, place !== null];
  let total: number | undefined;
  for (const match of text.matchAll(PAIR)) {
    const [whole, name = "", open, value = ""] = match;
    const isRate = hyperparameterOf(name) !== undefined;
    const count = isRate ? undefined : stepOf(name);
    if (!(isRate || count) || pairs.has(name) || pairs.has(`${name}.0`)) continue;
    const end = match.index + whole.length;
    const values = isRate && open ? [value, ...listed(text, end)] : [value];
    for (const [i, one] of values.entries()) pairs.set(values.length > 1 ? `${name}.${i}` : name, one);
    hasRate ||= isRate;
    hasCount ||= count !== undefined;
    WHOLE.lastIndex = end;
    if (count?.clock === "update") total ??= numberOf(WHOLE.exec(text)?.[1]);
  }
  const [epoch, step, length] = [place?.[1] ?? place?.[2], place?.[3], place?.[4]].map(numberOf);
  const within = epoch === undefined || step === undefined || !length ? undefined : { epoch, step, length };
  return { pairs, hasRate, hasCount, ...(within && { within }), ...(total !== undefined && { total }) };
}

/** The further numbers of a list. */
function listed(text: string, from: number): readonly string[] {
  const found: string[] = [];
  NEXT.lastIndex = from;
  for (let next = NEXT.exec(text); next && found.length < 64; next = NEXT.exec(text)) found.push(next[1] as string);
  return found;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
