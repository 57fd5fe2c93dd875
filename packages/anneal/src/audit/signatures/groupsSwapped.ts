import type { neverScheduled } from "./neverScheduled.ts";

/** Groups have each other's rates; only `auditGroups` can tell. */
export const groupsSwapped: Pick<typeof neverScheduled, "name" | "title" | "severity" | "mend"> = {
  name: "groupsSwapped",
  title: "groups swapped",
  severity: "error",
  mend: "give the groups to the optimizer in the plan's order; where only the log's columns are in another one, nothing is wrong but those",
};
