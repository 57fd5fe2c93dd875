import { displayWidth } from "./displayWidth.ts";

/** Rows of cells in columns that are as wide as their widest cell; numbers to the right. Blank ends are cut. */
export function aligned(rows: readonly (readonly string[])[], left: readonly number[] = []): readonly string[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: count }, (_, i) => {
    return rows.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? "")), 0);
  });
  return rows.map((row) =>
    row
      .map((cell, i) => (left.includes(i) ? cell + pad(cell, widths[i]) : pad(cell, widths[i]) + cell))
      .join("  ")
      .trimEnd(),
  );
}

function pad(cell: string, width = 0): string {
  return " ".repeat(Math.max(width - displayWidth(cell), 0));
}
