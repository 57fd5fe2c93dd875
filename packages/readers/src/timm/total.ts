import type { Given } from "./factory.ts";

/** How long training goes on, in the schedule's own unit: its cycles, the warm-up before them, the cooldown after them. */
export function totalOf(sched: string, given: Given): number {
  const { num_epochs, warmup_epochs, warmup_prefix, cooldown_epochs, cycle_mul: times } = given;
  const updates = given.step_on_epochs ? 1 : given.updates_per_epoch;
  const before = warmup_prefix ? warmup_epochs : 0;
  if (!["cosine", "tanh", "poly", "wsd", "rsqrt"].includes(sched)) return (num_epochs + before) * updates;
  const length = num_epochs * updates;
  const cycles = Math.max(1, sched === "wsd" || sched === "rsqrt" ? 1 : given.cycle_limit);
  const own =
    times === 1 || cycles === 1 ? length * cycles : Math.floor((-length * (times ** cycles - 1)) / (1 - times));
  const total = own + (before + cooldown_epochs) * updates;
  return updates === 1 ? total : Math.floor(total / updates) * updates;
}
