import { countText } from "./countText.ts";
import { rateText } from "./evidence.ts";
import type { Subject } from "./subject.ts";

/** A plan of another total, beside the one that was planned; where none was, how much longer or shorter its times are. */
export function totalText({ planned, total, unit }: Subject, other: number, plan: string): string {
  if (planned === undefined) return `the plan's times are ${rateText(other / total)} times as long`;
  return `the plan ${plan} ${countText(other, unit)} instead of ${countText(total)}`;
}
