import type { Io } from "../../io.ts";
import type { Say } from "../../language/language.ts";
import type { Drawable } from "../../source/drawable.ts";
import { aligned } from "../../terminal/aligned.ts";
import { displayWidth } from "../../terminal/displayWidth.ts";
import { areEqual, rate } from "../../terminal/rate.ts";
import { rateColumn } from "../../terminal/rateColumn.ts";
import type { Change } from "./changesOf.ts";
import type { Summary } from "./summaryOf.ts";

/** A curve with what is told of it. */
export interface Told {
  readonly curve: Drawable;
  /** What it is called in the table: the hyperparameter, and the group where there are several. */
  readonly title: string;
  readonly summary: Summary;
  readonly changes: readonly Change[];
}

/** How many changes are told of a curve. */
const MOST_CHANGES = 20;

/** The table of values: as many columns side by side as fit, and the others below. */
export function toldRows(
  steps: readonly number[],
  unit: string,
  epoch: number | undefined,
  curves: readonly Told[],
  { columns, say }: Pick<Io, "columns" | "say">,
): string {
  const left = [
    [say(unit), ...steps.map(String)],
    ...(epoch === undefined ? [] : [[say("epoch"), ...rateColumn(steps.map((step) => step / epoch))]]),
  ];
  const right = curves.map(({ curve, title }) => [
    title,
    ...rateColumn(steps.map((step) => (step < curve.steps ? curve.at(step) : null))),
  ]);
  const blocks: string[] = [];
  for (let from = 0; from < right.length; ) {
    let count = 1;
    const block = (n: number) => aligned(transposed([...left, ...right.slice(from, from + n)]));
    const fits = (n: number) => block(n).every((line) => displayWidth(line) <= columns);
    while (from + count < right.length && fits(count + 1)) count++;
    blocks.push(`${block(count).join("\n")}\n`);
    from += count;
  }
  return blocks.join("\n");
}

/** What a curve comes to, and where it changes, in lines that fit. */
export function toldCurve({ title, summary, changes }: Told, unit: string, say: Say): string {
  const { peak, final, area, mean, phases, every } = summary;
  const rows = [
    ["peak", `${rate(peak.value)} at ${unit} ${peak.step}`],
    ["final", rate(final)],
    ["area", `${rate(area)}, mean ${rate(mean)}${every > 1 ? ` (of every ${every} ${unit}s)` : ""}`],
    ["rising", percent(phases.rising)],
    ["flat", percent(phases.flat)],
    ["falling", percent(phases.falling)],
    ...(changes.length > 0 ? [["changes", `${changes.length}`]] : []),
  ].map((row) => row.map(say));
  const shown = changes.slice(0, MOST_CHANGES);
  const cells = rateColumn(shown.flatMap(({ before, after }) => [before, after]));
  const points = shown.map(({ step, before, after }, i) => {
    const [from = "", to = ""] = cells.slice(2 * i, 2 * i + 2);
    // A corner is a change of the course, and none of the value.
    return [`    ${step}`, ...(areEqual(before, after) ? ["", "", to] : [from, "→", to])];
  });
  const more = changes.length > MOST_CHANGES ? [say(`    and ${changes.length - MOST_CHANGES} more`)] : [];
  const lines = [...aligned(rows, [0, 1]).map((line) => `  ${line}`), ...aligned(points, [0]), ...more];
  return `${title}\n${lines.join("\n")}\n`;
}

/** A share; what is there is never told as nothing, nor what is not whole as all. */
function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  if (share > 0 && rounded === 0) return "< 0.1 %";
  return share < 1 && rounded === 100 ? "> 99.9 %" : `${rounded} %`;
}

function transposed(columns: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i] ?? ""));
}
