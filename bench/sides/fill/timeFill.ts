import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";

/** How many values are written: the article's 100 epochs, of 10,000 updates each. */
export const VALUES = 1e6;

/** Fills a list again and again, and reports the time of one value. */
export function timeFill(fill: (out: Float64Array) => unknown): void {
  const out = new Float64Array(VALUES);
  const { nanoseconds: time } = nanoseconds(VALUES, () => {
    fill(out);
    return out[VALUES - 1] as number;
  });
  report({ nanoseconds: time, check: out.reduce((sum, rate) => sum + rate) });
}
