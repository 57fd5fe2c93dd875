import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FileResult, Survivor } from "./report.ts";
import { digestOf, ROOT, SOURCES, textOf } from "./sources.ts";

interface Mutant {
  readonly status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | "RuntimeError" | "CompileError" | "Ignored";
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** A place in a text, both from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

const CACHE = new URL("mutation/.cache/", ROOT);

/** The share of the laws' cases that are tried: with all of them a survivor takes a minute. */
const SOAK = "0.1";

/** Removes the copies that an interrupted run leaves behind. */
export function tidy(): void {
  rmSync(new URL("sandbox", CACHE), { recursive: true, force: true });
}

/** Runs Stryker on one file; throws with what Stryker said if there is no result. */
export async function mutate(file: string): Promise<FileResult> {
  const source = textOf(file) as string;
  const json = new URL("mutation.json", CACHE);
  rmSync(json, { force: true });
  const { code, said } = await stryker(file);
  if (code !== 0) throw new Error(`no result for ${file}:\n${said.split("\n").slice(-60).join("\n")}`);
  const { files } = JSON.parse(readFileSync(json, "utf8"));
  return resultOf(source, files[SOURCES + file]?.mutants ?? []);
}

async function stryker(file: string) {
  const program = fileURLToPath(new URL("mutation/node_modules/@stryker-mutator/core/bin/stryker.js", ROOT));
  const args = ["run", "mutation/stryker.config.json", "--mutate", SOURCES + file];
  const env = { ...process.env, ANNEAL_MUTATED: file, ANNEAL_SOAK: SOAK };
  const child = spawn(process.execPath, [program, ...args], { cwd: fileURLToPath(ROOT), env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  return new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
}

function resultOf(source: string, mutants: readonly Mutant[]): FileResult {
  const count = (...statuses: Mutant["status"][]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const alive = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  return {
    source: digestOf(source),
    // A RuntimeError is a test file that no longer loads.
    killed: count("Killed", "RuntimeError"),
    timeout: count("Timeout"),
    survived: count("Survived"),
    noCoverage: count("NoCoverage"),
    ignored: count("Ignored", "CompileError"),
    survivors: alive.map((mutant) => survivorOf(source, mutant)).sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

function survivorOf(source: string, { status, mutatorName, replacement, location }: Mutant): Survivor {
  const { start, end } = location;
  const line = source.split("\n")[start.line - 1] as string;
  const stop = end.line === start.line ? end.column - 1 : line.length;
  const from = start.column - 1;
  return {
    line: start.line,
    column: start.column,
    mutator: mutatorName,
    code: `${line.slice(0, from)}«${line.slice(from, stop)}»${line.slice(stop)}`.trim(),
    replacement: replacement.replace(/\s+/g, " "),
    ...(status === "NoCoverage" ? { uncovered: true } : {}),
  };
}
