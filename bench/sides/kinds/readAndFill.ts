import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";
import { RUN } from "./kinds.ts";

/** Reads a rate at every step of the run, and writes all of them at once; reports the time of one value of each. */
export function readAndFill(rate: (step: number) => number, fill: (out: Float64Array) => void): void {
  const out = new Float64Array(RUN.steps);
  const read = nanoseconds(RUN.steps, () => {
    let sum = 0;
    for (let step = 0; step < RUN.steps; step++) sum += rate(step);
    return sum;
  });
  const filled = nanoseconds(RUN.steps, () => {
    fill(out);
    return out[RUN.steps - 1] as number;
  });
  report({ read: read.nanoseconds, fill: filled.nanoseconds, check: read.check });
}
