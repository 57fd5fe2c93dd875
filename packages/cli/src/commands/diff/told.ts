import type { Deviation } from "anneal/interop";
import type { Say } from "../../language/language.ts";
import { counted } from "../../terminal/counted.ts";
import { displayWidth } from "../../terminal/displayWidth.ts";
import { percent } from "../../terminal/percent.ts";
import { rate } from "../../terminal/rate.ts";
import { rateColumn } from "../../terminal/rateColumn.ts";
import { wordsIn } from "../../terminal/wordsIn.ts";
import type { Pair } from "./compare.ts";

/** What is told of two curves: how far their plans are apart, and which of them a metric scales besides. */
export type Told = Pair & { readonly metric: readonly ("a" | "b")[] };

/** The words of a comparison, in lines that fit. */
export function toldPair(pair: Told, title: string, columns: number, say: Say): string {
  const { first, count, steps, cut, absolute, relative, integrated, cause, curves, metric } = pair;
  const isEpochs = curves.every(({ unit }) => unit === "epoch");
  const whole = `${cut ? "the first " : ""}${counted(steps, isEpochs ? "epoch" : "update")}`;
  const step = isEpochs ? "epoch" : "step";
  const at = (one: Deviation): string => ` at ${step} ${one.step}`;
  const scaled = metric.length > 0 ? [["metric", `a metric scales ${metric.join(" and ")}: no plan says how`]] : [];
  const what = metric.length > 0 ? "the plans are the same" : "the same";
  if (first === undefined) return `${say(`${title}: ${what} at ${cut ? "" : "all "}${whole}`)}\n${lined(scaled)}`;
  const [a, b] = rateColumn(curves.map(({ at }) => at(first))).map((cell) => cell.trim());
  const rows = [
    ["first", `${step} ${first}: a is ${a}, b is ${b}`],
    ["absolute", `${rate(absolute.value, 4)}${at(absolute)}`],
    ["relative", `${percent(relative.value)}${at(relative)}`],
    ["integrated", `${rate(integrated.absolute, 4)}, ${percent(integrated.relative)} of a`],
    ["cause", cause?.text ?? "none of the known conventions"],
    ...scaled,
  ];
  return `${say(`${title}: ${count} of ${whole} differ${count === 1 ? "s" : ""}`)}\n${lined(rows)}`;

  function lined(rows: readonly (readonly string[])[]): string {
    const lines = rows.map(([name = "", text = ""]) => {
      const head = say(name);
      return wrapped(`  ${head}${" ".repeat(12 - displayWidth(head))}`, say(text), columns);
    });
    return lines.join("");
  }
}

/** A line broken between words, its rest indented as its text is. */
function wrapped(head: string, text: string, columns: number): string {
  const indent = displayWidth(head);
  const lines = [head];
  let width = indent;
  for (const word of wordsIn(text)) {
    const own = displayWidth(word);
    if (width + own <= columns || width === indent) {
      lines[lines.length - 1] += word;
      width += own;
    } else {
      lines.push(" ".repeat(indent) + word.trimStart());
      width = displayWidth(lines.at(-1) as string);
    }
  }
  return lines.map((line) => `${line}\n`).join("");
}
