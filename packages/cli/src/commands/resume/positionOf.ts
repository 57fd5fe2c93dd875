import type { Run } from "anneal";
import { counted } from "../../terminal/counted.ts";
import { UsageError } from "../../usageError.ts";

const TIME = /^(\d+(?:\.\d*)?(?:e\+?\d+)?|\.\d+)\s*(%|ep|epochs?|steps?|samples?|tokens?)?$/i;

/** A position that a user said, in completed updates. */
export function positionOf(text: string, { steps, stepsPerEpoch, samplesPerStep, tokensPerStep }: Run): number {
  const [, digits, unit = ""] = TIME.exec(text.trim()) ?? [];
  if (digits === undefined) throw new UsageError(`--at ${text}: expected a time, such as 1200, 3ep or 30%`);
  const count = Number(digits);
  const of = (fact: unknown, flag: string): number => {
    if (typeof fact === "number") return fact;
    throw new UsageError(`--at ${text}: say ${flag}, which it needs`);
  };
  const updates = (): number => {
    if (unit === "%") return (count / 100) * of(steps, "--steps");
    if (/^ep/i.test(unit)) return count * of(stepsPerEpoch, "--steps-per-epoch");
    if (/^sa/i.test(unit)) return count / of(samplesPerStep, "--samples-per-step");
    return /^to/i.test(unit) ? count / of(tokensPerStep, "--tokens-per-step") : count;
  };
  const position = Math.round(updates());
  if (steps === undefined || position <= steps) return position;
  throw new UsageError(`--at ${text}: the run ends after ${counted(steps, stepsPerEpoch === 1 ? "epoch" : "update")}`);
}
