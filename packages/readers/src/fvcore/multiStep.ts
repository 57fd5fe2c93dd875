import { piecewise } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { list, nullable, number } from "../parameter.ts";
import { percent, scheduled } from "./scheduled.ts";

/** Values that change at milestones, which are counted in a number of updates of the scheduler's own. */
export const MultiStepParamScheduler: Entry = entry(
  { values: list(number), num_updates: nullable(number), milestones: nullable(list(number)) },
  ({ values, num_updates, milestones }, { context, place }) => {
    const refuse = (path: string, expected: string, received: unknown): undefined => {
      context.problem(`MultiStepParamScheduler(${path})`, expected, String(received), place);
    };
    if (num_updates === null && milestones === null) return refuse("num_updates", "num_updates or milestones", "none");
    const expected = values.length - (num_updates === null ? 0 : 1);
    if (milestones && milestones.length !== expected) {
      return refuse("milestones", `${expected} milestones`, milestones.length);
    }
    const width = Math.ceil(Number(num_updates) / values.length);
    const marks = milestones ?? values.slice(1).map((_, i) => width * (i + 1));
    // Without a number of updates the last milestone is the end.
    const all = num_updates ?? marks.at(-1) ?? 0;
    const at = num_updates === null ? marks.slice(0, -1) : marks;
    if (values.length === 0 || all < values.length) return refuse("num_updates", `at least ${values.length || 1}`, all);
    const wrong = at.findIndex((mark, i) => !(mark > (at[i - 1] ?? 0) && mark < all));
    if (wrong >= 0) return refuse(`milestones[${wrong}]`, `above the one before and below ${all}`, at[wrong]);
    if (all >= 1e6)
      context.note("fvcore adds 1e-6 to the share of the run: changes come early in runs this long.", place);
    const [from = Number.NaN, ...to] = values;
    return scheduled(piecewise({ from, at: at.map((mark) => percent(mark / all)), to }));
  },
);
