import { format } from "anneal";
import { counted } from "../../terminal/counted.ts";
import type { Verified } from "./verify/verify.ts";

/** One line on what a framework made of the code. */
export function toldVerified({ ran, updates, steps, agrees, absolute, first }: Verified): string {
  const most = `at most ${short(absolute.value)} apart`;
  const which = updates < steps ? `the first ${updates} of ${counted(steps, "update")}` : counted(updates, "update");
  if (agrees) return `verified in ${ran}: ${which} agree, ${absolute.value > 0 ? most : "to the last bit"}`;
  const { step, expected, received } = first as NonNullable<Verified["first"]>;
  const found = received === null ? "no number" : format(received);
  return `differs in ${ran}: step ${step} is ${found} and not ${format(expected)}; ${most} (step ${absolute.step})`;
}

function short(value: number): string {
  return value < 1 / 0 ? format(Number(value.toPrecision(3))) : "infinitely";
}
