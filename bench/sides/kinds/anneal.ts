import { schedule } from "anneal";
import { chosenKind, FUNCTIONS, RUN } from "./kinds.ts";
import { readAndFill } from "./readAndFill.ts";

const lr = schedule(chosenKind().plan, RUN, { functions: FUNCTIONS });
readAndFill(lr, (out) => lr.fill(out));
