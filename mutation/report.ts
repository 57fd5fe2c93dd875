import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { textOf } from "./sources.ts";

/** A mutant that no test killed. */
export interface Survivor {
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  /** The line, with what is replaced in guillemets. */
  readonly code: string;
  readonly replacement: string;
  /** No test even runs it. */
  readonly uncovered?: true;
}

/** What came of one file. */
export interface FileResult {
  /** The digest of the source that was mutated. */
  readonly source: string;
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
  readonly ignored: number;
  readonly survivors: readonly Survivor[];
}

/** The results by file, such as `kinds/linear.ts`. */
export type Report = Readonly<Record<string, FileResult>>;

const PLACE = new URL("report.json", import.meta.url);

export function readReport(): Report {
  return existsSync(PLACE) ? JSON.parse(readFileSync(PLACE, "utf8")) : {};
}

/** A file's result in a line, and a line for each survivor: what changed is then seen at a glance. */
function linesOf([file, { survivors, ...counts }]: [string, FileResult]): string {
  const lines = survivors.map((one) => `\n    ${JSON.stringify(one)}`).join(",");
  const list = lines ? `[${lines}\n  ]` : "[]";
  return `  ${JSON.stringify(file)}: ${JSON.stringify(counts).slice(0, -1)},"survivors":${list}}`;
}

/** Writes the report whole or not at all, in the order of the files' names, without those that are no more. */
export function writeReport(report: Report): void {
  const there = Object.entries(report).filter(([file]) => textOf(file) !== undefined);
  const sorted = there.sort(([a], [b]) => (a < b ? -1 : 1));
  const draft = new URL("report.json.new", import.meta.url);
  writeFileSync(draft, `{\n${sorted.map(linesOf).join(",\n")}\n}\n`);
  renameSync(draft, PLACE);
}
