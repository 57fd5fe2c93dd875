import type { Call } from "../expression/expression.ts";
import type { Breaks, Doc } from "./doc.ts";

/** How a language, or a library of arrays in it, writes a formula. */
export interface Dialect extends Breaks {
  /** The name of the function when none is asked for. */
  readonly name: string;
  readonly pi: string;
  readonly calls: Readonly<Record<Call, string>>;
  /** The operator that divides and rounds down, where there is one. */
  readonly floorDivision?: "//";
  /** The lines that a text needs at its top when it contains something. */
  readonly imports: readonly (readonly [contained: string, line: string])[];
  /** What stands between two functions. */
  readonly gap: string;
  /** The first lines of a function, and its last. */
  open(name: string, parameters: string, about?: string): string;
  readonly close: string;
  /** What stands before and after the value of a variable, and of the result. */
  assign(name: string): Around;
  readonly give: Around;
  /** The lines around what holds only before a time; without it all cases are computed, and one is chosen. */
  readonly branch?: (condition: string) => readonly string[];
  conditional(time: Doc, start: Doc, before: Doc, after: Doc): Doc;
  /** A table of numbers, where it is not just a list. */
  table?(list: Doc): Doc;
  /** How many of a table's numbers are not after a time. */
  search(table: string, time: Doc): Doc;
}

/** What stands before and after a value. */
export type Around = readonly [before: string, after: string];
