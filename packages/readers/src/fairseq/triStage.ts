import { triStage as stages } from "anneal";
import { float, floats, int } from "../numerals.ts";
import { nullable, optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `tri_stage`: climbs, holds, and falls by equal ratios; the stages by their updates, or as shares of `max_update`. */
export const triStage = schedule(
  {
    parameters: {
      warmup_steps: optional(int, 0),
      hold_steps: optional(int, 0),
      decay_steps: optional(int, 0),
      phase_ratio: nullable(floats),
      init_lr_scale: optional(float, 0.01),
      final_lr_scale: optional(float, 0.01),
    },
  },
  (given, { maxUpdate, context, options, refuse }) => {
    const { phase_ratio: ratio, init_lr_scale, final_lr_scale } = given;
    if (ratio) {
      if (ratio.length !== 3) refuse("phase_ratio", "three numbers");
      // fairseq adds them as floating-point numbers: 0.7, 0.2 and 0.1 do not add up.
      else if (ratio.reduce((a, b) => a + b, 0) !== 1) refuse("phase_ratio", "numbers that add up to exactly 1");
      if (maxUpdate <= 0) refuse("max_update", "a number above 0 with --phase-ratio");
      if (["warmup_steps", "hold_steps", "decay_steps"].some((name) => options(name))) {
        context.note("--phase-ratio counts, and the steps beside it do not.", options("phase_ratio")?.place);
      }
    }
    const [warmup = 0, hold = 0, decay = 0] = ratio
      ? ratio.map((share) => Math.trunc(maxUpdate * share))
      : [given.warmup_steps, given.hold_steps, given.decay_steps];
    if (warmup + hold + decay <= 0) refuse("decay_steps", "stages, or --phase-ratio");
    else if (decay <= 0) refuse("decay_steps", "a number above 0, since fairseq divides by it");
    if (final_lr_scale <= 0) refuse("final_lr_scale", "a number above 0");
    return { plan: stages({ warmup, hold, decay, from: `${init_lr_scale}x`, to: `${final_lr_scale}x` }) };
  },
);
