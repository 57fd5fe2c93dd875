import { hyperparameterOf } from "../columns/hyperparameterOf.ts";
import { isCounted } from "../columns/partOf.ts";
import { blankCells } from "./blankCells.ts";
import { framedCells } from "./framedCells.ts";

/** What stands between cells that only blanks divide, however many. */
export const BLANKS = " ";

/** A table as it is drawn for people: blanks between its cells, or bars around them. */
export interface DrawnTable {
  readonly delimiter: typeof BLANKS | "|";
  /** The line of names; what stands before it is no part of the table. */
  readonly header: string;
  /** Whether it is the first line, but for what is drawn. */
  readonly isFirst: boolean;
  cellsOf(line: string): readonly string[];
}

/** A row of a table that blanks divide, which has a cell less than there are names. */
export interface ShortRow {
  readonly line: number;
  readonly names: number;
  readonly cells: number;
}

/** How many lines may stand before a table, and how many of its rows are looked at. */
const [MOST_BEFORE, MOST_ROWS] = [40, 20] as const;

/** The table that is drawn in a text; undefined where none is. */
export function drawnTable(text: string): DrawnTable | undefined {
  const lines = linesOf(text);
  for (const [i, { line }] of lines.slice(0, MOST_BEFORE).entries()) {
    const later = lines.slice(i + 1).filter((row) => !isComment(row.line));
    const rows = later.slice(0, MOST_ROWS).map((row) => row.line);
    const of = { header: line.trim(), isFirst: i === 0 };
    const framed = framedCells(line);
    if (framed.some(hyperparameterOf) && rows.some((row) => framedCells(row).length === framed.length)) {
      return { ...of, delimiter: "|", cellsOf: framedCells };
    }
    const names = blankCells(line);
    if (!isHeader(names)) continue;
    const fit = rows.map(blankCells).filter((cells) => {
      return (cells.length === names.length || cells.length === names.length + 1) && areNumbers(cells);
    });
    if (2 * fit.length > rows.length) return { ...of, delimiter: BLANKS, cellsOf: blankCells };
  }
  return undefined;
}

/** The first row that keeps names and numbers between blanks from being a table: it lacks a cell, as many others do. */
export function shortRow(text: string): ShortRow | undefined {
  const [header, ...rest] = linesOf(text);
  const names = blankCells(header?.line ?? "");
  const rows = rest
    .filter(({ line }) => !isComment(line))
    .slice(0, MOST_ROWS)
    .map(({ line, number }) => ({ cells: blankCells(line), number }));
  const like = rows.filter(({ cells }) => cells.length > 1 && cells.length <= names.length && areNumbers(cells));
  const short = like.find(({ cells }) => cells.length < names.length);
  if (!short || !isHeader(names) || 2 * like.length <= rows.length) return undefined;
  return { line: short.number, names: names.length, cells: short.cells.length };
}

/** Whether a line is drawn, and says nothing. */
export function isRule(line: string): boolean {
  return /^[-\s|+=:\u2500-\u257f]+$/.test(line);
}

/** Whether a line has a # before it, as the header may have. */
export function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

/** The lines that say something. */
function linesOf(text: string): readonly { readonly line: string; readonly number: number }[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/, 4 * MOST_BEFORE)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== "" && !isRule(line));
}

/** Whether cells are names that are plainly one word each, several of them and one of a rate. */
function isHeader(cells: readonly string[]): boolean {
  const arePlain = cells.length > 1 && cells.every((cell) => /^[A-Za-z_][\w./@-]{0,80}$/.test(cell));
  return arePlain && new Set(cells).size === cells.length && cells.some((cell) => hyperparameterOf(cell) !== undefined);
}

/** Whether most cells have numbers. */
function areNumbers(cells: readonly string[]): boolean {
  return 2 * cells.filter(isCounted).length > cells.length;
}
