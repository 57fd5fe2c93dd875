import { figure, isOver, type Row, type Skipped } from "./row.ts";

const HEADER = ["", "Anneal", "against", "", "ratio", "bar", ""];

/** The rows as text in columns. */
export function table(rows: readonly (Row | Skipped)[]): string {
  const cells = rows.map((row) => ("anneal" in row ? line(row) : [row.what, `not measured: ${row.skipped}`]));
  const widths = HEADER.map((title, i) =>
    Math.max(title.length, ...cells.map((cell) => (cell.length === HEADER.length ? (cell[i] ?? "").length : 0))),
  );
  const first = Math.max(widths[0] ?? 0, ...rows.map(({ what }) => what.length));
  return [HEADER, ...cells]
    .map(([what = "", ...rest]) => {
      const columns = rest.length === 1 ? rest : rest.map((text, i) => align(text, i + 1, widths[i + 1] ?? 0));
      return [what.padEnd(first), ...columns].join("  ").trimEnd();
    })
    .join("\n");
}

function line(row: Row): string[] {
  const { what, unit, anneal, against, bar } = row;
  // A ratio may be small and still tell something, as 0.00021 does.
  const ratio =
    against === undefined ? "" : `${figure(row) < 0.005 ? figure(row).toPrecision(2) : round(figure(row))}×`;
  return [
    what,
    `${round(anneal)} ${unit}`,
    against === undefined ? "" : `${round(against.value)} ${unit}`,
    against?.name ?? "",
    ratio,
    bar === undefined ? "" : `≤ ${bar}${against === undefined ? ` ${unit}` : "×"}`,
    bar === undefined ? "" : isOver(row) ? "OVER" : "ok",
  ];
}

/** Text to the left, numbers to the right. */
function align(text: string, column: number, width: number): string {
  return column === 3 || column === 6 ? text.padEnd(width) : text.padStart(width);
}

/** Three digits, or all before the point. */
function round(value: number): string {
  if (value === 0 || Math.abs(value) >= 100) return String(Math.round(value));
  return Math.abs(value) < 0.005 ? "0.00" : value.toPrecision(3);
}
