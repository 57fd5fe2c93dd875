import { readFileSync } from "node:fs";
import { PlanError, type RunOptions, run } from "../../src/index.ts";
import { type Loop as Counted, count } from "../../src/loop/count.ts";
import type { Comparison } from "./compare.ts";

/** A real loop: what it was given, and what it did. */
export interface LoopCase {
  readonly options: RunOptions;
  /** Samples of one process in an epoch, where the loop tells. */
  readonly each?: number;
  readonly batches: number;
  /** Updates in each epoch, where the loop ends with whole ones. */
  readonly updates?: readonly number[];
  readonly steps: number;
}

/** One framework's loop. */
export interface Loop {
  readonly ran: string;
  readonly cases: readonly LoopCase[];
}

// Made by parity/loops/make.py: every update was really made, by the framework's own loop.
const text = readFileSync(new URL("./loops.json", import.meta.url), "utf8");

/** The loops that were run, by name. */
export const LOOPS = (JSON.parse(text) as { loops: Readonly<Record<string, Loop>> }).loops;

/** Compares a loop's counts with those of `run`: whole numbers, which are the same or not. */
export function compareLoop({ cases }: Loop): Comparison {
  const sum = { positions: 0, refused: 0 };
  const failures: string[] = [];
  for (const one of cases) {
    const [counts, expected, refusal] = countsOf(one);
    // A loop that makes no update is refused, by the option that is the reason.
    const reason = one.batches === 0 ? "samples" : "accumulate";
    const asRefused = refusal?.issues[0]?.path === (one.steps === 0 ? reason : undefined);
    if (asRefused && String(counts) === String(expected)) {
      sum.positions += counts.length;
      if (refusal) sum.refused++;
    } else failures.push(`${JSON.stringify(one)}: ${refusal?.message ?? counts}`);
  }
  return { cases: cases.length, ...sum, deviation: 0, rounded: 0, different: {}, failures };
}

/** Our counts, the loop's, and what is refused: one process's samples and batches in an epoch, updates, and in all. */
function countsOf({ options, each, batches, updates, steps }: LoopCase) {
  const inEpoch = count({ uneven: "pad", lastAccumulation: "update", ...options } as Counted);
  const ours = [inEpoch.batches, ...(each === undefined ? [] : [inEpoch.perProcess])];
  const theirs = [batches, ...(each === undefined ? [] : [each])];
  try {
    const { steps: all, stepsPerEpoch } = run(options);
    // What is carried over makes epochs of different numbers of updates; what is the same in each is their mean.
    const carries = options.lastAccumulation === "carry";
    const perEpoch = carries ? [batches / (options.accumulate ?? 1)] : updates;
    const counts = [...ours, all, ...(updates ? (perEpoch ?? []).map(() => stepsPerEpoch) : [])];
    return [counts, [...theirs, steps, ...(updates ? (perEpoch ?? []) : [])]] as const;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return [ours, theirs, error] as const;
  }
}
