/**
 * Runs what the writers of anneal/interop write in the real frameworks, and writes what came of it: results.json beside
 * this file and SUPPORT.md.
 *
 *     npm run verify:frameworks [-- target…] [--cases 20] [--seed 1] [--check]
 *
 * Each framework has a virtual environment with pinned versions, made by parity/frameworks/make.py. With --check nothing
 * is written, and the exit code says whether all exact code was exact.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { plateauCases } from "../plateau/cases.ts";
import { compareWatched } from "../plateau/compareWatched.ts";
import { targets } from "../targets/index.ts";
import type { Target } from "../targets/target.ts";
import { casesOf, targetOf } from "./cases.ts";
import { SUPPORT, supportPage } from "./page.ts";
import { type Given, RESULTS, type Results, readResults, summarize, type Wrong } from "./results.ts";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    check: { type: "boolean", default: false },
  },
});
const root = fileURLToPath(new URL("../../../../../", import.meta.url));
const seed = Number(flags.seed);
const each = Number(flags.cases);
const chosen = (positionals.length > 0 ? positionals : targets.map(({ name }) => name)).map(targetOf);

type Case = { readonly code: string; readonly base: number };
type Input = readonly (
  | (Case & ({ readonly steps: number } | { readonly metrics: readonly (string | null)[] }))
  | null
)[];

interface Ran {
  readonly ran: string;
  readonly given: readonly (Given | null)[];
}

function runHere({ ran, values }: NonNullable<Target["here"]>, input: Input): Ran {
  return { ran, given: input.map((one) => (one && "steps" in one && values(one.code, one.base, one.steps)) || null) };
}

function runThere(name: string, input: Input): Ran {
  const file = `${root}parity/.venv/${name}.exported.json`;
  const environment = python("/usr/bin/python3", "-B", "parity/exported/environment.py", name).trim();
  writeFileSync(file, JSON.stringify(input));
  python(environment, "-B", "parity/exported/run.py", name, file);
  return JSON.parse(readFileSync(`${file}.out`, "utf8")) as Ran;
}

function python(...command: readonly string[]): string {
  const [program = "", ...rest] = command;
  const ran = spawnSync(program, rest, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (ran.status !== 0) throw new Error(`${command.slice(0, 3).join(" ")}: ${ran.error?.message ?? ran.stderr}`);
  return ran.stdout;
}

const done: Record<string, Results["targets"][string]> = {};
const wrong: (Wrong & { readonly target: string })[] = [];
for (const target of chosen) {
  const began = Date.now();
  const cases = casesOf(target, each, seed);
  const runnable = cases.map(
    ({ written }) => written.code !== "" && !written.notes.some((note) => note.startsWith("needs the function")),
  );
  const input = cases.map(({ base, steps, written }, i) => (runnable[i] ? { code: written.code, base, steps } : null));
  const { ran, given } = target.here ? runHere(target.here, input) : runThere(target.name, input);
  const summary = summarize(target, cases, given);
  done[target.name] = { ran, subjects: summary.subjects };
  wrong.push(...summary.wrong.map((one) => ({ target: target.name, ...one })));
  const all = Object.values(summary.subjects);
  const sum = (of: "cases" | "exact" | "near" | "none") => all.reduce((total, one) => total + one[of], 0);
  const most = Math.max(0, ...all.map(({ deviation }) => deviation));
  console.log(
    `${target.name}: ${sum("cases")} plans, ${sum("exact")} exact (to ${most.toExponential(1)}), ${sum("near")} near, ` +
      `${sum("none")} not written, ${summary.wrong.length} wrong, ${((Date.now() - began) / 1000).toFixed(0)} s`,
  );
}
for (const target of chosen) {
  const cases = plateauCases(target, 10 * each, seed);
  if (cases.length === 0) continue;
  const input = cases.map(({ written, base, metrics }) => {
    // JSON has no NaN.
    return { code: written.code, base, metrics: metrics.map((metric) => (metric === null ? null : String(metric))) };
  });
  const { told, wrong: failed } = compareWatched(target, cases, runThere(target.name, input).given);
  console.log(`${target.name}: ${told}`);
  wrong.push(...failed.map((one) => ({ target: target.name, ...one })));
}
for (const { target, subject, what, plan, code } of wrong.slice(0, 10)) {
  console.log(`\n${target} ${subject}: ${what}\n${JSON.stringify(plan)}\n${code}`);
}
if (!flags.check && wrong.length === 0) {
  const before = positionals.length > 0 ? readResults().targets : {};
  const results: Results = { seed, each, targets: { ...before, ...done } };
  writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 1)}\n`);
  writeFileSync(SUPPORT, supportPage(results));
}
process.exit(wrong.length > 0 ? 1 : 0);
