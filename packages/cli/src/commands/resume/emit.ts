import type { SchedulerState } from "anneal";
import type { Io } from "../../io.ts";
import { scaledFrom } from "../../source/controlled.ts";
import { planOf, scaleOf, type Tried } from "./tryPolicies.ts";

/** Where what a policy makes goes to, and what of it. */
export interface Output {
  readonly file: string | undefined;
  readonly emits: "state" | "plan" | undefined;
}

/** Writes a state, or its plan, and tells what takes it. */
export async function emit({ state }: Tried, { file, emits }: Output, unit: "step" | "epoch", io: Io): Promise<void> {
  if (!state) return;
  const content = `${JSON.stringify(emits === "plan" ? planIn(state) : state, undefined, 2)}\n`;
  if (file === undefined) io.out(content);
  else {
    await (await import("../../output/writeFile.ts")).writeFile(file, content);
    io.err(`wrote ${file}\n`);
  }
  io.err(`it goes on at ${unit === "epoch" ? "epoch" : "update"} ${state.position}\n`);
  const isDriven = Object.values(state.controllers).some((list) => list.length > 0);
  if (emits === "plan" && isDriven) {
    io.err("the plan has what its controllers have come to, and not what they may still do: --emit state keeps them\n");
  }
  if (emits !== "state") return;
  io.err("load it with new Scheduler(optimizer, state.program, state.run).restore(state)\n");
  io.err("or into a scheduler of your own with restore(state, keep), keep from anneal/resume\n");
}

/** What every command reads: the plans with the scales of their controllers, their run, and the groups' rates. */
function planIn({ program, run, bases, position, controllers }: SchedulerState): object {
  const plans = Object.keys(program).map((key) => {
    const groups = (bases[key] ?? []).map((_, group) =>
      scaledFrom(planOf(program, key, group), position, scaleOf(controllers, key, group)),
    );
    const isOne = new Set(groups.map((plan) => JSON.stringify(plan))).size === 1;
    return [key, isOne ? groups[0] : groups] as const;
  });
  return { program: Object.fromEntries(plans), run, bases: bases.lr ?? Object.values(bases)[0] };
}
