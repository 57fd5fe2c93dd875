import type { Argument } from "../scheduler.ts";

/** Whether a class drives momentum or beta1; an optimizer that is known to have neither is told. */
export function cyclesMomentum(asked: boolean, { building, wrong }: Argument): boolean {
  if (!asked) return false;
  if (building.groups.cycled === false) {
    wrong("cycle_momentum", "False, or an optimizer with momentum or betas", "True");
    return false;
  }
  return true;
}
