import { torchPlateau } from "../plateau/torchPlateau.ts";
import type { Words } from "../plateau/writePlateau.ts";
import { notesOn } from "../python/makeScheduler.ts";
import { STEPPED } from "../pytorch/plateau.ts";
import type { Form } from "./idioms.ts";

/** The base rate, which PyTorch's ReduceLROnPlateau cuts; a Trainer gives it the metric after every evaluation. */
export const plateau =
  (form: Form): Words =>
  (shape, fields) => {
    const { args, means } = torchPlateau(fields, shape.base);
    const value = { kind: "constant", value: shape.base } as const;
    const code = form(shape, {
      type: "reduce_lr_on_plateau",
      warm: 0,
      kwargs: { ...args },
      means: value,
      watched: STEPPED,
    });
    if (code === undefined) return;
    const metric = fields.monitor === undefined ? "" : `: ${JSON.stringify(fields.monitor)} here`;
    const told = `a Trainer gives it metric_for_best_model after every evaluation${metric}`;
    return { code, means: value, watches: means, notes: [...notesOn(shape, STEPPED), told] };
  };
