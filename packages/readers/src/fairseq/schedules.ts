import { cosine } from "./cosine.ts";
import { fixed } from "./fixed.ts";
import { inverseSqrt } from "./inverseSqrt.ts";
import { manual } from "./manual.ts";
import { polynomialDecay } from "./polynomialDecay.ts";
import { reduceLROnPlateau } from "./reduceLROnPlateau.ts";
import type { Schedule } from "./schedule.ts";
import { step } from "./step.ts";
import { triangular } from "./triangular.ts";
import { triStage } from "./triStage.ts";

/** fairseq's schedules, by their names in `--lr-scheduler`. */
export const schedules: ReadonlyMap<string, Schedule> = new Map([
  ["fixed", fixed],
  ["cosine", cosine],
  ["inverse_sqrt", inverseSqrt],
  ["polynomial_decay", polynomialDecay],
  ["tri_stage", triStage],
  ["triangular", triangular],
  ["step", step],
  ["manual", manual],
  ["reduce_lr_on_plateau", reduceLROnPlateau],
]);
