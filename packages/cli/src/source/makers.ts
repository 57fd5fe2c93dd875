import * as library from "anneal";

/** What the library exports besides what makes plans. */
const NOT_PLANS = new Set(
  "format level time schedule parsePlan run batchRamp replay plateau greedy kerasPlateau optaxPlateau".split(" "),
);

/** What makes plans, by name: the library's own functions that give one, or a program of several. */
export const MAKERS: ReadonlyMap<string, (...given: never[]) => unknown> = new Map(
  Object.entries(library)
    .filter(([name, value]) => /^[a-z]/.test(name) && typeof value === "function" && !NOT_PLANS.has(name))
    .map(([name, make]) => [name, make as (...given: never[]) => unknown]),
);
