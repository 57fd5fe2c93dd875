import { LinearLeaf } from "../../../kinds/linear.ts";
import type { Plan } from "../../../plan.ts";
import { inPython, torchPlateau } from "../plateau/torchPlateau.ts";
import type { Words } from "../plateau/writePlateau.ts";
import { call } from "../python/call.ts";
import { importFrom } from "../python/importFrom.ts";
import { makeScheduler, notesOn } from "../python/makeScheduler.ts";
import { fieldsOf, stretches } from "../stretches.ts";

/** How timm's plateau is driven: unlike its other schedulers it knows epochs only. */
const DRIVEN = "step(t, metric) after epoch t";

/** The base rate, after a line up to it or without one, which timm's plateau cuts: PyTorch's, with its `eps`. */
export const plateau =
  (name: string): Words =>
  (shape, fields) => {
    const { base } = shape;
    const { from = 0, over = 0 } = fieldsOf(stretches(shape)[0], LinearLeaf) ?? {};
    const { args, means } = torchPlateau({ ...fields, eps: 1e-8 }, base);
    const { mode, factor, patience, threshold, threshold_mode, cooldown, min_lr } = args;
    const isShare = threshold_mode === undefined;
    const made = call("PlateauLRScheduler", ["optimizer"], {
      ...inPython({ mode }),
      decay_rate: factor,
      patience_t: patience,
      threshold,
      cooldown_t: cooldown,
      lr_min: min_lr,
      warmup_t: over || undefined,
      warmup_lr_init: (over && from) || undefined,
    });
    const parts: Plan[] = [{ kind: "linear", from, to: base, over }];
    const imports = [importFrom("timm.scheduler", ["PlateauLRScheduler"])];
    const begins = over ? [`a step of the warm-up is an epoch, and metrics count from epoch ${over + 1} on`] : [];
    return {
      code: makeScheduler(shape, name, made, imports, "", DRIVEN),
      means: over ? { kind: "sequence", parts } : { kind: "constant", value: base },
      watches: isShare ? means : { ...means, atol: 0, rtol: threshold ?? 1e-4 },
      notes: [...notesOn(shape, DRIVEN), ...begins],
    };
  };
