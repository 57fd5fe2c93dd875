import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import type { Found } from "./reading.ts";
import type { Managed } from "./stepped.ts";
import { withTrainerLength } from "./trainerLength.ts";
import type { Call } from "./value.ts";

/** What one step of a plan is where Lightning steps the scheduler: once an epoch, if `interval` does not say `"step"`. */
export function clockedByTrainer(
  found: Found,
  { place }: Call,
  { interval, frequency = 1, ownStep }: Managed,
  document: Document,
  context: Context,
): Found {
  if (ownStep) {
    context.note("lr_scheduler_step says for itself when it is stepped: what one step is cannot be told", ownStep);
    return { ...found, isUnclocked: true };
  }
  const count = context.known(frequency);
  const said = interval === undefined ? "epoch" : context.known(interval);
  const isCount = typeof count === "number" && Number.isInteger(count) && count > 0;
  if ((said !== "epoch" && said !== "step") || !isCount) {
    context.note("how often Lightning steps it cannot be told: what one step is cannot be told", place);
    return { ...found, isUnclocked: true };
  }
  const unit = said === "step" ? "update" : "epoch";
  const often = count === 1 ? `once an ${unit}` : `once in ${count} ${unit}s`;
  if (found.unit !== undefined) {
    const isOwn = found.unit === unit && count === 1;
    if (isOwn) return withTrainerLength(found, document, context);
    context.note(`Lightning steps it ${often}, and the schedule counts in ${found.unit}s`, place);
    return { ...found, isUnclocked: true };
  }
  const why = interval === undefined ? `, since no "interval" says "step"` : "";
  context.note(`Lightning steps it ${often}${why}`, place);
  const timed = withTrainerLength({ ...found, unit }, document, context);
  return count === 1 ? timed : { ...timed, every: { count, isPerEpoch: unit === "update" } };
}
