import { type Issue, received } from "../error.ts";
import type { SchedulerState } from "./state.ts";

const LONGEST = 1000;

/** A policy, or the saved program in the saved run, as of a state that a policy made. */
const WAYS = "one of anneal/resume, or new Scheduler(optimizer, state.program, state.run)";

/** When the difference is in the programs, both of them as JSON, cut where they are long; and how to go on with others. */
export function showPrograms({ path }: Issue, own: SchedulerState, saved: SchedulerState): Issue[] {
  if (!/^state\.(program|run|bases[^[]*$)/.test(path)) return [];
  const way = { path: "policy", expected: WAYS, received: "undefined" };
  if (!path.startsWith("state.program")) return [way];
  return [{ path: "state.program", expected: show(own.program), received: show(saved.program) }, way];
}

function show(program: unknown): string {
  try {
    const text = JSON.stringify(program) ?? received(program);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  } catch {
    // Too deep to print, or not JSON at all.
    return received(program);
  }
}
