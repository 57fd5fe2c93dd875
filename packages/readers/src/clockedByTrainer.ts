import type { Context } from "./context.ts";
import type { Found } from "./reading.ts";
import type { Managed } from "./stepped.ts";
import type { Call } from "./value.ts";

/** What one step of a plan is where Lightning steps the scheduler: once an epoch, if `interval` does not say `"step"`. */
export function clockedByTrainer(
  found: Found,
  { place }: Call,
  { interval, frequency = 1 }: Managed,
  context: Context,
): Found {
  const every = context.known(frequency);
  const said = interval === undefined ? "epoch" : context.known(interval);
  if ((said !== "epoch" && said !== "step") || every !== 1) {
    context.note("how often Lightning steps it cannot be told: what one step is cannot be told", place);
    return found;
  }
  const unit = said === "step" ? "update" : "epoch";
  if (found.unit !== undefined) {
    if (found.unit !== unit) {
      context.note(`Lightning steps it once an ${unit}, and the schedule counts in ${found.unit}s`, place);
    }
    return found;
  }
  const why = interval === undefined ? `, since no "interval" says "step"` : "";
  context.note(`Lightning steps it once an ${unit}${why}`, place);
  return { ...found, unit };
}
