import type { Signature } from "../hypothesis.ts";
import { moved } from "../moved.ts";

/** A plan of epochs that is read at fractional ones, at every update. */
export const fractionalEpochs: Signature = {
  name: "fractionalEpochs",
  title: "epochs are counted with their fractions",
  severity: "info",
  mend: "nothing where it is meant; to step once per epoch, call step() without a fraction",
  find(subject) {
    const { perEpoch = 1, unit, logged } = subject;
    if (unit !== "epoch" || (perEpoch === 1 && logged.updates.every(Number.isInteger))) return [];
    const text = "the schedule moves within each epoch and not only between epochs";
    return [moved(subject, (update) => update / perEpoch, { cost: 0.5, text, numbers: {} })];
  },
};
