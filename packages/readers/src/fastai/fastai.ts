import type { Entry } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { combined_cos, combineScheds, SchedCos, SchedExp, SchedLin, SchedNo, SchedPoly } from "./annealers.ts";
import { fine_tune, fit_flat_cos, fit_one_cycle, fit_sgdr } from "./fits.ts";
import { paramScheduler } from "./paramScheduler.ts";

const HOMES = [
  "callback.schedule",
  "callback.all",
  "vision.all",
  "text.all",
  "tabular.all",
  "collab",
  "medical.imaging",
];

const entries: Readonly<Record<string, Entry>> = under(
  HOMES.map((home) => `fastai.${home}`),
  {
    ...{ SchedLin, SchedCos, SchedNo, SchedExp, SchedPoly, combined_cos },
    combine_scheds: combineScheds(() => entries),
    ParamScheduler: paramScheduler(() => entries),
  },
);

/** fastai's schedules by the share of the run, and the fits that use them. */
export const fastai: Framework = {
  name: "fastai",
  entries,
  methods: { fit_one_cycle, fit_flat_cos, fit_sgdr, fine_tune },
};
