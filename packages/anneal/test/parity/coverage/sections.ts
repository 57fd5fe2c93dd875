import type { Comparison } from "../compare.ts";
import { DIFFERENCES } from "../differences.ts";
import { compareLoop, LOOPS } from "../loopsCompare.ts";
import { TORCH_REASONS } from "../torchReasons.ts";
import type { Entry, Row } from "./entries.ts";
import { NOT_RUN } from "./notRun.ts";
import { SHAPES } from "./shapes.ts";
import { differing, together } from "./together.ts";

type Cells = readonly string[];

const tableOf = (head: Cells, rows: readonly Cells[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const COUNTS = ["Cases", "Values", "Largest deviation", "Rounded", "Both refuse", "Different on purpose"];

const deviationText = (deviation: number): string => (deviation === 0 ? "0" : deviation.toExponential(1));

function counts(one: Comparison, different: string): Cells {
  // A comparison that fails has no figures.
  if (one.failures.length > 0) return [String(one.cases), "", "not the same", "", "", ""];
  const cells = [one.cases, one.positions, deviationText(one.deviation), one.rounded || "", one.refused || ""];
  return [...cells.map(String), different];
}

/** Names, and after a colon how: as code. */
function hereText(here: string): string {
  const [, names = "", how] = /^(.*?)(?:: (.*))?$/.exec(here) ?? [];
  const listed = names
    .split(" ")
    .filter((name) => name)
    .map((name) => `\`${name}\``)
    .join(", ");
  return [listed, how].filter((text) => text).join(": ");
}

export function shapes(): string {
  const rows = SHAPES.map(({ shape, names, how }, i) => {
    const here = names
      .map((name) => name.split(":"))
      .map(([entry, name]) => (name ? `\`${name}\` of \`${entry}\`` : `\`${entry}\``));
    return [String(i + 1), shape, here.join(", ") + (how ? `: ${how}` : "")];
  });
  return tableOf(["#", "Shape", "Here"], rows);
}

/** What there is in all, by the precision that the frameworks compute in. */
export function totals(all: readonly Entry[]): string {
  const row = (name: string, compared: readonly Comparison[], deviation = true): Cells => {
    const one = together(compared);
    const same = one.cases - one.refused - differing(one);
    const cells = [compared.length, one.cases, same, one.refused, differing(one), one.positions];
    const last = deviation ? [deviationText(one.deviation), String(one.rounded || "")] : ["", ""];
    return [name, ...cells.map((count) => count.toLocaleString("en-US")), ...last];
  };
  const rates = (precision?: Entry["precision"]): readonly Comparison[] =>
    all
      .filter((entry) => !precision || entry.precision === precision)
      .flatMap(({ rows }) => rows.map(({ comparison }) => comparison));
  const counted = Object.values(LOOPS).map(compareLoop);
  const head = ["", "Schedules", "Cases", "The same", "Both refuse", "Different on purpose", "Values"];
  return tableOf(
    [...head, "Largest deviation", "Rounded"],
    [
      row("rates, in float64", rates("float64")),
      row("rates, in float32", rates("float32")),
      row("loops", counted),
      row("all", [...rates(), ...counted], false),
    ],
  );
}

/** One row for each framework. */
export function summary(all: readonly Entry[]): string {
  const rows = all.map(({ title, version, rows }) => {
    const one = together(rows.map(({ comparison }) => comparison));
    return [`${title} ${version}`, String(rows.length), ...counts(one, String(differing(one) || ""))];
  });
  return tableOf(["Framework", "Schedules", ...COUNTS], rows);
}

/** One row for each schedule of a framework. */
export function framework({ title, version, ran, rows }: Entry): readonly string[] {
  const written = rows.some(({ here }) => here);
  const row = ({ name, here, comparison }: Row): Cells => {
    const different = Object.entries(comparison.different).map(([reason, cases]) => `${reason}: ${cases}`);
    return [`\`${name}\``, ...(written ? [hereText(here)] : []), ...counts(comparison, different.join(", "))];
  };
  const head = ["Schedule", ...(written ? ["Here"] : []), ...COUNTS];
  return [`### ${title} ${version}`, `Ran: ${ran}.`, tableOf(head, rows.map(row))];
}

export function loops(): string {
  const rows = Object.entries(LOOPS).map(([name, loop]) => {
    const { cases, positions, refused, failures } = compareLoop(loop);
    const same = failures.length > 0 ? "not the same" : String(positions);
    return [name, loop.ran, String(cases), same, String(refused || "")];
  });
  return tableOf(["Loop", "Ran", "Cases", "Counts, all the same", "Without an update: refused"], rows);
}

export const notRun = (): string => tableOf(["Framework", "What", "Why, and what there is in its place"], NOT_RUN);

/** Each reason with its cases. */
export function differences({ different }: Comparison): readonly string[] {
  const cases = (name: string): string => String(different[name] ?? 0);
  const link = (row: string): string => `[${row}](torch.md#listed-differences)`;
  return [
    tableOf(
      ["Name", "Why", "Cases"],
      Object.entries(DIFFERENCES).map(([name, why]) => [name, why, cases(name)]),
    ),
    "Of PyTorch's own classes, each name is a row of the table in [docs/torch.md](torch.md#listed-differences):",
    tableOf(
      ["Name", "Row", "Cases"],
      Object.entries(TORCH_REASONS).map(([name, row]) => [name, link(row), cases(name)]),
    ),
  ];
}
