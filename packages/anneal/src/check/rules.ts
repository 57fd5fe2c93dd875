import type { Rule } from "./rule.ts";
import { countedPerProcess } from "./rules/countedPerProcess.ts";
import { cutOff } from "./rules/cutOff.ts";
import { endsEarly } from "./rules/endsEarly.ts";
import { epochsAsUpdates } from "./rules/epochsAsUpdates.ts";
import { floorAboveStart } from "./rules/floorAboveStart.ts";
import { insideWarmup } from "./rules/insideWarmup.ts";
import { jump } from "./rules/jump.ts";
import { neverChanges } from "./rules/neverChanges.ts";
import { neverComes } from "./rules/neverComes.ts";
import { outOfRange } from "./rules/outOfRange.ts";
import { overridesBase } from "./rules/overridesBase.ts";
import { ratioAsCount } from "./rules/ratioAsCount.ts";
import { rises } from "./rules/rises.ts";
import { warmupDown } from "./rules/warmupDown.ts";
import { warmupPastEnd } from "./rules/warmupPastEnd.ts";
import { zeroRate } from "./rules/zeroRate.ts";

/** Every rule, in the order of the codes. */
export const all: readonly Rule[] = [
  warmupPastEnd,
  endsEarly,
  cutOff,
  neverComes,
  insideWarmup,
  zeroRate,
  rises,
  jump,
  neverChanges,
  floorAboveStart,
  warmupDown,
  outOfRange,
  ratioAsCount,
  epochsAsUpdates,
  countedPerProcess,
  overridesBase,
];

/** Every rule that {@link check} has, by its code and its name in a few words. */
export const rules: readonly { readonly code: string; readonly title: string }[] = all.map(({ code, title }) => ({
  code,
  title,
}));
