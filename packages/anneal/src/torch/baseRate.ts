import { type Constant, constant } from "../kinds/constant.ts";

/** The base rate, held. */
export const baseRate: Constant = constant({ value: "1x" });
