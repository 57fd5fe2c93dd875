import { Scheduler } from "anneal";
import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";
import { RUN, STEPS } from "../article.ts";
import { PLANS } from "../plans.ts";

const [groups = 1, bases = 1] = process.argv.slice(2).map(Number);
const paramGroups = Array.from({ length: groups }, (_, i) => ({ lr: 0.01 * (1 + (i % bases) / bases) }));
const scheduler = new Scheduler({ paramGroups }, { lr: PLANS.cosine as (typeof PLANS)[string] }, RUN);
// As many writes for each number of groups, all of them in the cosine, where the rate changes at each step.
const steps = Math.ceil(1e6 / groups);
const loop = () => {
  let sum = 0;
  scheduler.seek(1250);
  for (let step = 0; step < steps; step++) {
    if (scheduler.position >= STEPS) scheduler.seek(1250);
    scheduler.step();
    sum += paramGroups[step % groups]?.lr as number;
  }
  return sum;
};
const { nanoseconds: each, check } = nanoseconds(steps * groups, loop);
// Sums of different numbers of groups cannot agree: this one only keeps the loop from being left out.
report({ nanoseconds: each, sum: check });
