import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";
import { STEPS } from "../article.ts";

const RUNS = 40;

/** Reads a rate at every step of the run, many runs over, and reports the time of one call. */
export function walk(rate: (step: number) => number): void {
  const loop = () => {
    let sum = 0;
    for (let run = 0; run < RUNS; run++) for (let step = 0; step < STEPS; step++) sum += rate(step);
    return sum;
  };
  report(nanoseconds(RUNS * STEPS, loop));
}
