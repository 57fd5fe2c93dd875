import type { neverScheduled } from "./neverScheduled.ts";

/** One group keeps its rate while another follows its plan; only `auditGroups` can tell. */
export const groupNeverScheduled: Pick<typeof neverScheduled, "name" | "title" | "severity" | "mend"> = {
  name: "groupNeverScheduled",
  title: "a group that was never scheduled",
  severity: "error",
  mend: "make the scheduler after the last group is added, and give it a schedule for each group",
};
