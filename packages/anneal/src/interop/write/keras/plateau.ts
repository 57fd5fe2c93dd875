import { limitOf } from "../../../controllers/cut.ts";
import { kerasPlateau } from "../../../controllers/kerasPlateau.ts";
import { decimal } from "../../print/shortest.ts";
import { inPython } from "../plateau/torchPlateau.ts";
import type { Words } from "../plateau/writePlateau.ts";
import { assign } from "../python/assign.ts";
import { call } from "../python/call.ts";
import { pythonModule } from "../python/module.ts";

/** What a plateau watches where nobody says it. */
const MONITOR = "val_loss";

/** The base rate, which Keras's callback cuts: it counts one bad epoch less, and beats by amounts only. */
export const plateau =
  (name: string): Words =>
  ({ base }, fields) => {
    const { monitor = MONITOR, mode, factor, rtol, atol, minRate, minScale } = fields;
    const patience = fields.patience + 1;
    const cooldown = fields.cooldown && fields.cooldown + 1;
    const minDelta = atol ?? (rtol === undefined ? 1e-4 : rtol);
    const minLr = Math.max(limitOf(minRate, 0), minScale * base);
    const made = call("keras.callbacks.ReduceLROnPlateau", [], {
      ...inPython({ monitor }),
      ...{ factor, patience },
      ...inPython({ mode }),
      ...{ min_delta: minDelta, cooldown: cooldown || undefined, min_lr: minLr || undefined },
    });
    const watched = fields.monitor === undefined ? [`monitor is the name of the metric: here ${MONITOR}`] : [];
    return {
      code: pythonModule(["import keras"], assign(name, made)),
      means: { kind: "constant", value: base },
      watches: kerasPlateau({ mode, factor, patience, minDelta, cooldown, minLr }),
      notes: [`goes to fit's callbacks, with an optimizer whose learning_rate is ${decimal(base)}`, ...watched],
    };
  };
