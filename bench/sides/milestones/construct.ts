import { multiStep, schedule, type Time } from "anneal";
import { report } from "../../harness/report.ts";

const COUNT = 100_000;
const run = { base: 0.01, stepsPerEpoch: 250 };
const milestones = Array.from({ length: COUNT }, (_, i): Time => {
  return process.argv[2] === "texts" ? `${i + 1} epochs` : (i + 1) * 250;
});

// Once, in a fresh process: nobody builds the same schedule until the compiler has learned it.
const start = process.hrtime.bigint();
const lr = schedule(multiStep({ milestones, factor: 0.9999 }), run);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
report({ milliseconds, check: lr(250 * COUNT) + lr(250 * 5000) });
