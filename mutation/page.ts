import { writeFileSync } from "node:fs";
import { type Explanation, keyOf, readExplanations } from "./explanations.ts";
import type { FileResult, Report, Survivor } from "./report.ts";
import { digestOf, textOf } from "./sources.ts";
import { FOLDERS } from "./tests.ts";

type Counts = Pick<FileResult, "killed" | "timeout" | "survived" | "noCoverage" | "ignored">;

const NONE: Counts = { killed: 0, timeout: 0, survived: 0, noCoverage: 0, ignored: 0 };

const HEAD = `| | score | killed | timeout | survived | no coverage | ignored |
|---|--:|--:|--:|--:|--:|--:|
`;

function row(name: string, { killed, timeout, survived, noCoverage, ignored }: Counts): string {
  const all = killed + timeout + survived + noCoverage;
  const score = all ? `${((100 * (killed + timeout)) / all).toFixed(1)} %` : "–";
  return `| ${name} | ${score} | ${killed} | ${timeout} | ${survived} | ${noCoverage} | ${ignored} |\n`;
}

function sum(results: readonly Counts[]): Counts {
  const add = (a: Counts, b: Counts): Counts => ({
    killed: a.killed + b.killed,
    timeout: a.timeout + b.timeout,
    survived: a.survived + b.survived,
    noCoverage: a.noCoverage + b.noCoverage,
    ignored: a.ignored + b.ignored,
  });
  return results.reduce(add, NONE);
}

/** The line where a survivor is by now, since comments may have moved it: the nearest with its text. */
function lineNow(file: string, { line, code }: Survivor): number {
  const text = code.replace(/[«»]/g, "");
  const lines = (textOf(file) ?? "").split("\n").flatMap((one, i) => (one.trim() === text ? i + 1 : []));
  return lines.sort((a, b) => Math.abs(a - line) - Math.abs(b - line))[0] ?? line;
}

/** A mutant in one line of Markdown; code with backticks needs two around it. */
function item(file: string, survivor: Survivor): string {
  const { column, code, replacement, uncovered } = survivor;
  const quoted = (text: string) => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);
  return `- ${file}:${lineNow(file, survivor)}:${column} ${quoted(code)} → ${quoted(replacement)}${uncovered ? " (not run)" : ""}\n`;
}

/** The report as a page. */
export function pageOf(
  report: Report,
  explanations: readonly Explanation[],
  isStale: (file: string) => boolean,
): string {
  const files = Object.entries(report);
  const of = (folder: string) => files.filter(([file]) => file.startsWith(`${folder}/`));
  const folders = FOLDERS.map((folder) => row(folder, sum(of(folder).map(([, result]) => result))));
  const all = row("all", sum(files.map(([, result]) => result)));
  const named = files.map(([file, result]) => row(isStale(file) ? `${file} (changed since)` : file, result));
  const survivors = files.flatMap(([file, result]) => result.survivors.map((one) => ({ file, one })));
  const groups = explanations.map(({ why, mutants }) => {
    const own = survivors.filter(({ file, one }) => mutants.includes(keyOf(file, one)));
    return own.length ? `${why}\n\n${own.map(({ file, one }) => item(file, one)).join("")}\n` : "";
  });
  const told = new Set(explanations.flatMap(({ mutants }) => mutants));
  const open = survivors.filter(({ file, one }) => !told.has(keyOf(file, one)));
  const rest = open.length ? `### Not explained\n\n${open.map(({ file, one }) => item(file, one)).join("")}` : "";
  return `# Mutation report

Written by \`npm run mutation\`; README.md tells how. The score is the share of mutants that a test kills or that never
end.

${HEAD}${folders.join("")}${all}
## Files

${HEAD}${named.join("")}
## Survivors

What is replaced stands in «».

${groups.join("")}${rest}`.trimEnd();
}

/** Writes report.md, and tells how many survivors nobody has explained. */
export function writePage(report: Report): readonly string[] {
  const explanations = readExplanations();
  const isStale = (file: string) => report[file]?.source !== digestOf(textOf(file) ?? "");
  writeFileSync(new URL("report.md", import.meta.url), `${pageOf(report, explanations, isStale)}\n`);
  const told = new Set(explanations.flatMap(({ mutants }) => mutants));
  const all = Object.entries(report).flatMap(([file, { survivors }]) => survivors.map((one) => keyOf(file, one)));
  return all.filter((key) => !told.has(key));
}
