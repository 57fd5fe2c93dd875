import { format } from "anneal";
import type { Deviation } from "anneal/interop";
import type { Pair } from "./compare.ts";

/** The words of a comparison, in lines that fit. */
export function toldPair(pair: Pair, title: string, columns: number): string {
  const { first, count, steps, cut, absolute, relative, integrated, cause, curves } = pair;
  const whole = cut ? `the first ${steps} updates` : `${steps} updates`;
  if (first === undefined) return `${title}: the same at ${cut ? "" : "all "}${whole}\n`;
  const [a, b] = curves.map(({ at }) => format(at(first)));
  const rows = [
    ["first", `step ${first}: a is ${a}, b is ${b}`],
    ["absolute", `${short(absolute.value)}${at(absolute)}`],
    ["relative", `${percent(relative.value)}${at(relative)}`],
    ["integrated", `${short(integrated.absolute)}, ${percent(integrated.relative)} of a`],
    ["cause", cause?.text ?? "none of the known conventions"],
  ] as const;
  const lines = rows.map(([name, text]) => wrapped(`  ${name.padEnd(11)} ${text}`, columns, 14));
  return `${title}: ${count} of ${whole} differ\n${lines.join("")}`;
}

const at = ({ step }: Deviation): string => ` at step ${step}`;

function short(value: number): string {
  return Number.isFinite(value) ? format(Number(value.toPrecision(4))) : String(value);
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${format(Number((100 * share).toPrecision(3)))} %` : String(share);
}

/** A line broken between words, its rest indented. */
function wrapped(text: string, columns: number, indent: number): string {
  const lines = [""];
  for (const word of text.split(/(?<=\S)(?= )/)) {
    const line = lines.at(-1) as string;
    if (line.length + word.length <= columns || line.trim() === "") lines[lines.length - 1] = line + word;
    else lines.push(" ".repeat(indent) + word.trimStart());
  }
  return lines.map((line) => `${line}\n`).join("");
}
