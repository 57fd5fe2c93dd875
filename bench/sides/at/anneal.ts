import { schedule } from "anneal";
import { RUN } from "../article.ts";
import { chosenPlan } from "../plans.ts";
import { walk } from "./walk.ts";

walk(schedule(chosenPlan(), RUN));
