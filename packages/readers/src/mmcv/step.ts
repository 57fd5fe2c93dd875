import { limited, number } from "../parameter.ts";

/** So many epochs or iterations, from 1. */
export const step = limited(number, "a whole number above 0", (value) => value > 0 && Number.isInteger(value));
