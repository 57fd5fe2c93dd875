import type { Plan } from "anneal";

/** The fields that are times, by which plans count steps. */
const TIMES: ReadonlySet<string> = new Set(["over", "every", "at", "until", "by"]);

/** A plan whose every number of steps is so many times larger. */
export function scaledTimes(plan: Plan, times: number): Plan {
  const whole = plan.kind === "logarithmic" ? { every: 1, ...plan } : plan;
  return scaled(whole, times) as Plan;
}

function scaled(value: unknown, times: number): unknown {
  if (Array.isArray(value)) return value.map((one) => scaled(one, times));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, own]) => {
    return [name, TIMES.has(name) ? scaledTime(own, times) : scaled(own, times)] as const;
  });
  return Object.fromEntries(fields);
}

function scaledTime(value: unknown, times: number): unknown {
  if (Array.isArray(value)) return value.map((one) => scaledTime(one, times));
  return typeof value === "number" ? value * times : value;
}
