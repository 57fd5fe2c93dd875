import { rateText } from "../evidence.ts";
import type { Signature } from "../hypothesis.ts";

/** The rate stays above a floor that the plan does not have. */
export const floorAdded: Signature = {
  name: "floorAdded",
  title: "held above a floor",
  severity: "warning",
  mend: "give the plan the floor (`clamp`), or set the trainer's own, such as `min_lr`, to 0",
  find(subject) {
    const { rates } = subject.logged;
    const floor = rates.reduce((least, rate) => Math.min(least, rate), 1 / 0);
    // A rate that never changes is no floor.
    if (rates.every((rate) => rate === floor)) return [];
    const text = `the rate never goes below ${rateText(floor)}`;
    return [{ cost: 2, text, numbers: { floor }, at: (update) => Math.max(subject.plain(update), floor) }];
  },
};
