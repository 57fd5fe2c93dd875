import type { Plan } from "../../src/index.ts";
import { KINDS } from "./kinds.ts";
import { RECIPES } from "./recipes.ts";

/** Representative plans, by the name of what makes them. */
export const PLANS: Readonly<Record<string, Plan>> = { ...KINDS, ...RECIPES };
