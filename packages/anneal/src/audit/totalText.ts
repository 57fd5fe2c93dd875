import { countText } from "./countText.ts";
import { rateText } from "./evidence.ts";
import type { Subject } from "./subject.ts";

/** A schedule of another total, beside the one that was planned; where the plan has none, how much longer or shorter its times are. */
export function totalText({ planned, total, unit, isEndless }: Subject, other: number, schedule: string): string {
  if (planned === undefined || isEndless)
    return `the schedule's times are ${rateText(other / total)} times as long as the plan's`;
  return `the schedule ${schedule} ${countText(other, unit)} instead of the plan's ${countText(total)}`;
}
