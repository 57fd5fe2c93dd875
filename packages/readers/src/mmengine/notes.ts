import type { Context } from "../context.ts";
import { lookUp } from "../document.ts";
import { shortName } from "../entry.ts";
import type { Place, Value } from "../value.ts";
import type { Scheduler } from "./scheduler.ts";

/** What is to be known of one scheduler. */
export function noteScheduler({ call, window, curves }: Scheduler, context: Context): void {
  const name = shortName(call.name);
  if (name.startsWith("Linear") && window.end - window.begin > 1) {
    context.note(
      `${name} is at end_factor in its last step, end - 1: one step before PyTorch's LinearLR of that length.`,
      call.place,
    );
  }
  if (name.startsWith("CosineAnnealing") && !curves[0]?.returns) {
    context.note(`${name} stops one step before its floor, which only step end would be at.`, call.place);
  }
  if (name.startsWith("MultiStep") && window.begin > 0) {
    context.note(
      `${name} counts its milestones from begin (${window.begin}), not from the start of training.`,
      call.place,
    );
  }
}

/** What is to be known of a configuration. */
export function noteConfiguration(
  data: Value,
  context: Context,
  place: (...path: string[]) => Place | undefined,
): void {
  if (lookUp(data, "_base_") !== undefined) {
    context.note("What the files of _base_ set is not in this text, and is not read.", place("_base_"));
  }
  if (lookUp(data, "optim_wrapper", "paramwise_cfg") !== undefined) {
    context.note(
      "paramwise_cfg gives some groups a multiple of this rate; plans in multiples of it serve each of them.",
      place("optim_wrapper", "paramwise_cfg"),
    );
  }
}
