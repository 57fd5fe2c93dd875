import type { Plan } from "../plan.ts";

/** The fields that are times of a plan. */
const TIMES = new Set(["over", "at", "every", "until"]);

/** A plan with so many times longer times, but for those that the run measures; `kept` parts at its beginning stay as they are. */
export function lengthened(plan: Plan, times: number, kept = 0): Plan {
  return (
    plan.kind === "sequence" && kept > 0
      ? { ...plan, parts: plan.parts.map((part, i) => (i < kept ? part : longer(part, times))) }
      : longer(plan, times)
  ) as Plan;
}

function longer(data: unknown, times: number): unknown {
  if (Array.isArray(data)) return data.map((one) => longer(one, times));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const isTime = TIMES.has(name) && (name !== "at" || Array.isArray(value));
      return [name, isTime ? longerTime(value, times) : longer(value, times)];
    }),
  );
}

function longerTime(time: unknown, times: number): unknown {
  if (Array.isArray(time)) return time.map((one) => longerTime(one, times));
  if (typeof time === "number") return time * times;
  const [count, unit] = String(time).split(" ");
  return unit ? `${Number(count) * times} ${unit}` : time;
}
