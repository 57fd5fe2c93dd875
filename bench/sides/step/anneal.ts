import { Scheduler } from "anneal";
import { RUN } from "../article.ts";
import { chosenPlan } from "../plans.ts";
import { walk } from "./walk.ts";

const group = { lr: RUN.base };
const scheduler = new Scheduler({ paramGroups: [group] }, { lr: chosenPlan() }, RUN);
walk(group, scheduler, () => scheduler.seek(0));
