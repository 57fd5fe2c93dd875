import { inPython, torchPlateau } from "../plateau/torchPlateau.ts";
import type { Words } from "../plateau/writePlateau.ts";
import { call } from "../python/call.ts";
import { idiom } from "./idiom.ts";

/** What a plateau watches where nobody says it. */
const MONITOR = "loss";

/** MMEngine's schedulers, which multiply the rate that they find, and after them its plateau. */
export const plateau =
  (name: string): Words =>
  (shape, fields) => {
    const { args, means } = torchPlateau(fields, shape.base);
    const { mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps } = args;
    const { monitor = MONITOR } = fields;
    const made = call("dict", [], {
      ...inPython({ type: "ReduceOnPlateauLR", monitor, rule: mode === "min" ? "less" : "greater" }),
      ...{ factor, patience, threshold },
      ...inPython({ threshold_rule: threshold_mode }),
      ...{ cooldown, min_value: min_lr, eps },
    });
    const said = idiom(name, [made])(shape);
    if (!said) return;
    const watched = fields.monitor === undefined ? [`monitor is the name of the metric: here ${MONITOR}`] : [];
    return { ...said, watches: means, notes: [...(said.notes ?? []), ...watched] };
  };
