import { constant, kerasPlateau } from "anneal";
import { checked } from "../checked.ts";
import { type Entry, entry } from "../entry.ts";
import { choice, ignored, limited, number, optional, text, whole } from "../parameter.ts";
import { optimizersRate } from "./scheduled.ts";

/** What Keras takes for a metric that is better when it is larger, by its name. */
const LARGER = /acc|auc|precision|recall|f1|iou|r2/i;

/** A plateau that counts Keras's way. */
export const ReduceLROnPlateau: Entry = entry(
  {
    monitor: optional(text, "val_loss"),
    factor: optional(
      limited(number, "a number below 1", (factor) => factor < 1),
      0.1,
    ),
    patience: optional(whole, 10),
    verbose: ignored,
    mode: optional(choice("auto", "min", "max"), "auto"),
    min_delta: optional(number, 1e-4),
    cooldown: optional(whole, 0),
    min_lr: optional(number, 0),
  },
  ({ monitor, mode: said, min_delta: minDelta, min_lr: minLr, ...given }, reader) => {
    const { context, place } = reader;
    const { factor, patience, cooldown } = given;
    const mode = said !== "auto" ? said : LARGER.test(monitor) ? "max" : "min";
    if (said === "auto" && !monitor.endsWith("loss")) {
      context.note(
        `mode "auto" asks the metric itself; by the name ${JSON.stringify(monitor)} it is "${mode}".`,
        place,
      );
    }
    const controllers = [checked(kerasPlateau({ monitor, factor, patience, mode, minDelta, cooldown, minLr }))];
    context.note("The patience-th bad epoch in a row already cuts, and cooldown N ignores N - 1 epochs.", place);
    return { program: { lr: constant({ value: "1x" }) }, controllers, ...optimizersRate(reader), unit: "epoch" };
  },
);
