import { PlanError } from "anneal";
import type { Collector } from "../collector.ts";
import { numberOf } from "../columns/numberOf.ts";
import { shown } from "../findings.ts";
import { BLANKS } from "./drawnTable.ts";

/** How many columns a table may have. */
const MOST_COLUMNS = 20_000;

/** The rows of a table, one after the other. */
export class Table {
  /** Which cells are read, and into which columns. */
  #read: readonly { readonly cell: number; readonly column: number }[] | undefined;
  #width = 0;
  #line = 1;
  #pending: { readonly row: readonly string[]; readonly line: number } | undefined;

  constructor(
    readonly collector: Collector,
    readonly delimiter: string,
  ) {}

  /** Takes the next row, which begins in the next line unless it is said in which. */
  row(row: readonly string[], at: number = this.#line): void {
    const line = at;
    this.#line = at + 1;
    for (const cell of row) if (cell.includes("\n")) this.#line += cell.split("\n").length - 1;
    if (row.length === 1 && (row[0] as string).trim() === "") return;
    const lines = this.#read ? linesIn(row, this.delimiter) : undefined;
    if (lines) {
      this.collector.findings.count("quotes that end nowhere are taken for letters", `line ${line}`);
      for (const [i, text] of lines.entries()) this.#next(cellsIn(text, this.delimiter), line + i);
    } else this.#next(row, line);
  }

  #next(row: readonly string[], line: number): void {
    if (this.#read) {
      this.#flush();
      this.#pending = { row, line };
    } else this.#header(row, line);
  }

  /** After the last row, which may be cut off where the text does not end with its line. */
  end(ended: boolean): void {
    const { findings } = this.collector;
    const last = this.#pending;
    if (last && !ended && last.row.length < this.#width) {
      findings.note(`the last row is cut off: line ${last.line} was not read`);
      return;
    }
    const final = this.#read?.some(({ cell }) => cell === this.#width - 1);
    if (last && !ended && final) findings.note(`line ${last.line} has no end, and its last number may be cut off`);
    this.#flush();
  }

  /** What follows is not read, of a table that has so many lines. */
  broken(code: string, lines: number, line: number = this.#line): void {
    const what = code === "CSV_MAX_RECORD_SIZE" ? "a row of more than 4 MiB" : "a quote that does not end";
    const path = `line ${line}`;
    if (!this.#read) throw new PlanError([{ path, expected: "a row with the names of columns", received: what }]);
    this.collector.unread += Math.max(lines - line, 1);
    this.collector.findings.problem(path, "rows", `${what}, after which nothing was read`);
  }

  #header(row: readonly string[], line: number): void {
    if (row.length > MOST_COLUMNS) {
      throw new PlanError([
        { path: `line ${line}`, expected: `at most ${MOST_COLUMNS} columns`, received: `${row.length}` },
      ]);
    }
    const { collector } = this;
    const isNumbers = row.every((cell) => typeof numberOf(cell) === "number");
    const names = isNumbers ? row.map((_, i) => `${i + 1}`) : namesOf(row);
    if (isNumbers) collector.findings.note("the first row has numbers and no names: the columns are called 1, 2, …");
    const twice = names.find((name, i) => name !== "" && names.indexOf(name) < i);
    if (twice !== undefined) collector.findings.note(`two columns are called ${shown(twice)}: the first is read`);
    this.#width = row.length;
    this.#read = names.flatMap((name, cell) => {
      const column = names.indexOf(name) < cell ? -1 : collector.columns.indexOf(name);
      return column < 0 ? [] : [{ cell, column }];
    });
    if (isNumbers) this.#pending = { row, line };
  }

  #flush(): void {
    const { collector, delimiter } = this;
    if (!this.#pending || !this.#read) return;
    const { row, line } = this.#pending;
    this.#pending = undefined;
    const path = `line ${line}`;
    const { length } = row;
    if (length !== this.#width) {
      // 0,1,0,001: a comma that stands for the point makes cells of its own.
      if (delimiter === "," && length === 2 * this.#width && row.every((cell) => /^-?\d+(?:e-?\d+)?$/i.test(cell))) {
        const expected = "numbers with a decimal point: write the table again with points";
        throw new PlanError([{ path, expected, received: shown(row.join(",")) }]);
      }
      if (length < this.#width && delimiter !== BLANKS)
        collector.findings.count("rows have fewer cells than the table has columns", path);
      else collector.findings.problem(path, `${this.#width} cells`, `${length}`);
      // Between blanks nobody sees which cell is not there.
      if (length > this.#width || delimiter === BLANKS) {
        collector.unread++;
        return;
      }
    }
    for (const { cell, column } of this.#read) {
      const value = row[cell];
      if (value !== undefined && value !== "") collector.cell(column, value, path);
    }
    collector.end(path);
  }
}

/** The names of columns; TensorBoard's download of one chart calls its rate only `Value`, and numpy writes a # before. */
function namesOf(row: readonly string[]): readonly string[] {
  const names = row.map((name, i) => (i === 0 ? name.replace(/^#\s*/, "") : name).trim());
  return names.join() === "Wall time,Step,Value" ? ["Wall time", "Step", "lr"] : names;
}

/** The lines of a row that a quote without an end has made one of: the parser leaves such a quote in its cell. */
function linesIn(row: readonly string[], delimiter: string): readonly string[] | undefined {
  const isBroken = row.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell) && !cell.endsWith('"'));
  return isBroken ? row.join(delimiter).split(/\r\n|\r|\n/) : undefined;
}

/** The cells of a line in which quotes are letters. */
function cellsIn(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((cell) => cell.replace(/^"(.*)"$/, "$1"));
}
