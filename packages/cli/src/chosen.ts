import { nearest } from "anneal-readers/nearest";
import type { Flag } from "./command.ts";
import { UsageError } from "./usageError.ts";

/** The choice that a flag's value means; a UsageError that names the nearest where it means none. */
export function chosen(name: string, given: string, choices: readonly string[], meant: Flag["meant"]): string {
  if (choices.includes(given)) return given;
  const own = meant?.(given) ?? choices.find((one) => one === given.toLowerCase());
  if (own !== undefined) return own;
  const near = nearest(given, choices);
  const hint = near === undefined ? "" : `did you mean ${near}? `;
  throw new UsageError(`${name} ${given}: ${hint}expected one of ${choices.join(", ")}`);
}
