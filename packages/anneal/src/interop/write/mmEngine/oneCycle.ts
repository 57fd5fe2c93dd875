import type { Idiom } from "../idiom.ts";
import { assign } from "../python/assign.ts";
import { call, list } from "../python/call.ts";
import { notesOn } from "../python/makeScheduler.ts";
import { oneCycle } from "../pytorch/cycles.ts";
import { stretches } from "../stretches.ts";

/** MMEngine's OneCycleLR, which is PyTorch's by other names. */
export const oneCycleLR =
  (name: string): Idiom =>
  (shape) => {
    const cycle = oneCycle(shape, stretches(shape));
    if (!cycle) return;
    const { max_lr: eta_max, ...same } = cycle.args;
    const made = call("dict", [], { type: '"OneCycleLR"', eta_max, ...same, by_epoch: false });
    return { code: assign(name, list([made])), means: cycle.means, notes: notesOn(shape, "") };
  };
