import { cosine, Scheduler, schedule } from "anneal";
import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";

const STEPS = 2000;
const RUNS = 100;
const group = { lr: 0.1 };
const plan = cosine({ from: "1x", to: 0.001, over: STEPS });
const scheduler = new Scheduler({ paramGroups: [group] }, { lr: plan });
const lr = schedule(plan, { base: 0.1 });

/** The same work as the frameworks': a run of a half cosine, many times over. */
const sum = (next: (step: number) => number, start: () => void) => () => {
  let all = 0;
  for (let run = 0; run < RUNS; run++) {
    start();
    all = 0;
    for (let step = 0; step < STEPS; step++) all += next(step);
  }
  return all;
};
const step = nanoseconds(
  RUNS * STEPS,
  sum(
    () => {
      const rate = group.lr;
      scheduler.step();
      return rate;
    },
    () => scheduler.seek(0),
  ),
);
const read = nanoseconds(
  RUNS * STEPS,
  sum(lr, () => {}),
);
report({ step: step.nanoseconds, read: read.nanoseconds, sum: step.check });
