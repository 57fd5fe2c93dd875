import type { Plan } from "anneal";
import { limited, number, type Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";

/** What a schedule of optax schedules: absolute values, by the count of updates. */
export const scheduled = (lr: Plan): Found => ({ program: { lr }, unit: "update" });

/** A number of steps that optax wants above 0. */
export const positive: Parameter<number> = limited(number, "a number above 0", (value) => value > 0);
