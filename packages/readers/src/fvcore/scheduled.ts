import type { Plan } from "anneal";
import type { Found } from "../reading.ts";

/** What a scheduler of fvcore makes of the share of the run that is done: every time is a percentage. */
export const scheduled = (lr: Plan): Found => ({ program: { lr }, unit: "update" });

/** A share of the run as a time. */
export const percent = (share: number): `${number}%` => `${100 * share}%`;
