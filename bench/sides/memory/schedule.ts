import { schedule } from "anneal";
import { bytesPerCall } from "../../harness/bytesPerCall.ts";
import { report } from "../../harness/report.ts";
import { RUN, STEPS } from "../article.ts";
import { chosenPlan } from "../plans.ts";

const CALLS = 1e6;
const lr = schedule(chosenPlan(), RUN);
const loop = () => {
  let sum = 0;
  for (let call = 0; call < CALLS; call += STEPS) for (let step = 0; step < STEPS; step++) sum += lr(step);
  return sum;
};
report(await bytesPerCall(CALLS, loop));
