import { numberOf } from "../columns/numberOf.ts";
import { blankCells, isHeader, isRule } from "./blankCells.ts";

/** What stands between cells that only blanks divide, however many. */
export const BLANKS = " ";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What stands between the cells of a table: what its first lines have in most places, and equally often. */
export function delimiterOf(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const [header = ""] = lines;
  const ranked = DELIMITERS.map((one) => {
    const count = cellsOf(header, one);
    const alike = lines.filter((line) => cellsOf(line, one) === count).length;
    return { one, score: count > 1 ? alike * 100 + Math.min(count, 99) : 0 };
  }).sort((a, b) => b.score - a.score);
  if (ranked[0] && ranked[0].score > 0) return ranked[0].one;
  return isDividedByBlanks(lines) ? BLANKS : ",";
}

/** Whether plain names are followed by rows of as many cells, most of them numbers; one more is the rows' own count. */
function isDividedByBlanks([header = "", ...lines]: readonly string[]): boolean {
  const names = blankCells(header);
  const rows = lines.map(blankCells).filter((cells) => !isRule(cells));
  const fit = rows.filter((cells) => {
    const numbers = cells.filter((cell) => typeof numberOf(cell) === "number").length;
    return (cells.length === names.length || cells.length === names.length + 1) && 2 * numbers > cells.length;
  });
  return isHeader(names) && rows.length > 0 && 2 * fit.length > rows.length;
}

/** How many cells a line has; what is quoted counts for nothing. */
function cellsOf(line: string, delimiter: string): number {
  return line.replaceAll(/"[^"]*"/g, "").split(delimiter).length;
}
