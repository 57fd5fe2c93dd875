import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";
import { STEPS } from "../article.ts";

const RUNS = 40;

/** Steps a scheduler through the run, many runs over, and reports the time of one step. */
export function walk(group: { readonly lr: number }, driver: { step(): void }, restart: () => void): void {
  const loop = () => {
    let sum = 0;
    for (let run = 0; run < RUNS; run++) {
      restart();
      for (let step = 0; step < STEPS; step++) {
        sum += group.lr;
        driver.step();
      }
    }
    return sum;
  };
  report(nanoseconds(RUNS * STEPS, loop));
}
