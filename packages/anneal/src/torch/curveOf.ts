import { cosine } from "../kinds/cosine.ts";
import { linear } from "../kinds/linear.ts";

/** The kind that an `annealStrategy` is. */
export const curveOf = (strategy: "cos" | "linear"): typeof cosine | typeof linear =>
  strategy === "cos" ? cosine : linear;
