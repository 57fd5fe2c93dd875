import type { Plan } from "anneal";

/**
 * The step at which a plan is over by its own numbers, such as a decay over 1000 steps, whatever the run is; none of one
 * whose times are parts of the run, of one that never ends, and of a warm-up with nothing behind it but its level.
 */
export function ownEnd(plan: Plan): number | undefined {
  if (plan.kind !== "sequence") return lastOf(plan);
  let [at, end] = [0, 0];
  for (const [i, part] of plan.parts.entries()) {
    const { plan: inner, until, clock } = "kind" in part ? { plan: part, until: undefined, clock: "local" } : part;
    if (i === plan.parts.length - 1 && inner.kind === "constant" && i > 1) return end;
    const own = lastOf(inner);
    const next =
      typeof until === "number" ? until : own === undefined ? undefined : own + (clock === "global" ? 0 : at);
    if (next === undefined) return undefined;
    [at, end] = [next, next];
  }
  return end > 0 ? end : undefined;
}

function lastOf(plan: Plan): number | undefined {
  if (plan.kind === "sequence") return ownEnd(plan);
  const { over, factors, terms, plan: inner } = plan as unknown as Readonly<Record<string, unknown>>;
  if (typeof over === "number") return over > 0 ? over : undefined;
  const own = (factors ?? terms ?? (inner ? [inner] : [])) as readonly Plan[];
  if (plan.kind === "shift" || plan.kind === "repeat" || plan.kind === "clock") return undefined;
  const ends = own.map(ownEnd).filter((end) => end !== undefined);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
