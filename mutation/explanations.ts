import { readFileSync } from "node:fs";
import type { Report, Survivor } from "./report.ts";

/** Why mutants survive: one reason, and the mutants that it is about. Kept by hand in survivors.json. */
export interface Explanation {
  readonly why: string;
  readonly mutants: readonly string[];
}

/** By what a survivor is known, wherever its line has gone. */
export function keyOf(file: string, { code, replacement }: Survivor): string {
  return `${file}: ${code} → ${replacement}`;
}

export function readExplanations(): readonly Explanation[] {
  return JSON.parse(readFileSync(new URL("survivors.json", import.meta.url), "utf8"));
}

/** What is explained but survives no longer, in files that have a result. */
export function outdated(report: Report, explanations: readonly Explanation[]): string[] {
  const alive = new Set(
    Object.entries(report).flatMap(([file, { survivors }]) => survivors.map((one) => keyOf(file, one))),
  );
  return explanations.flatMap(({ mutants }) => mutants).filter((mutant) => !alive.has(mutant));
}
