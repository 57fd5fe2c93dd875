import { multiStep, schedule } from "anneal";
import { nanoseconds } from "../../harness/nanoseconds.ts";
import { report } from "../../harness/report.ts";

const STEPS = 1e6;
const [, , count, order] = process.argv;
const distance = STEPS / (Number(count) + 1);
const milestones = Array.from({ length: Number(count) }, (_, i) => Math.round((i + 1) * distance));
const lr = schedule(multiStep({ milestones, factor: 0.9999 }), { base: 0.01 });

/** The high bits of a linear congruential generator, so that every run visits the same steps in the same disorder. */
function disorder(): Uint32Array {
  let state = 1;
  return Uint32Array.from({ length: STEPS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * STEPS);
  });
}

const steps = order === "random" ? disorder() : Uint32Array.from({ length: STEPS }, (_, i) => i);
const loop = () => {
  let sum = 0;
  for (let i = 0; i < STEPS; i++) sum += lr(steps[i] as number);
  return sum;
};
report({ nanoseconds: nanoseconds(STEPS, loop).nanoseconds });
