import { schedule } from "anneal";
import { RUN } from "../article.ts";
import { chosenPlan } from "../plans.ts";
import { timeFill, VALUES } from "./timeFill.ts";

const lr = schedule(chosenPlan(), { ...RUN, stepsPerEpoch: VALUES / 100, steps: VALUES });
timeFill((out) => lr.fill(out));
