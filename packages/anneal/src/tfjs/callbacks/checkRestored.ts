import { refuse } from "../../error.ts";
import { isObject } from "../../field.ts";
import type { SchedulerState } from "../../scheduler/state.ts";

/** Checks that a state is one that a callback of this name gave, for an optimizer with as many param groups. */
export function checkRestored(
  state: SchedulerState,
  name: "scheduleCallback" | "plateauCallback",
  groups: number,
): void {
  const isText = typeof state === "string";
  if (!isObject(state)) refuse("state", `what state() gave${isText ? ", as an object (JSON.parse)" : ""}`, state);
  const isSchedules = "per" in state;
  if (isSchedules !== (name === "scheduleCallback")) {
    refuse("state", `what the state() of a ${name} gave`, `that of a ${isSchedules ? "schedule" : "plateau"}`);
  }
  for (const bases of Object.values(Object(state.bases))) {
    if (!Array.isArray(bases) || bases.length === groups) continue;
    const remedy = "make them with groups and setWeights";
    refuse("optimizer.paramGroups", `${bases.length} as before; ${remedy}`, groups);
  }
}
