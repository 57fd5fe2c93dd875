import { UsageError } from "../usageError.ts";
import type { Curve } from "./curves.ts";

/** How long a curve's run is: what the run says, else as far as its plan says something. */
export function stepsOf({ run, plan, name, lasts }: Curve): number {
  const steps = run.steps ?? lasts ?? lastOf(plan);
  if (steps !== undefined && steps > 0) return Math.ceil(steps);
  throw new UsageError(`${name} has no end of its own: say how many updates there are with --steps`);
}

/** The last number of steps that a plan names, with a tenth more to see what follows; none where it names none. */
function lastOf(plan: unknown): number | undefined {
  const { kind, over, at, parts } = Object(plan) as Record<string, unknown>;
  if (kind === "sequence" && Array.isArray(parts)) {
    const ends = parts.map((part) => {
      const { until, plan: inner = part } = Object(part) as Record<string, unknown>;
      return typeof until === "number" ? until : lastOf(inner);
    });
    return ends.reduce<number | undefined>((sum, end) => (end === undefined ? sum : (sum ?? 0) + end), undefined);
  }
  if (typeof over === "number") return over;
  const last = Array.isArray(at) ? at.at(-1) : undefined;
  return typeof last === "number" ? Math.ceil(1.25 * last) : undefined;
}
