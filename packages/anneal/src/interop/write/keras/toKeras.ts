import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import type { Exported } from "../exported.ts";
import { lostInFloat32 } from "../float32/lostInFloat32.ts";
import { type Idiom, writeIdiom } from "../idiom.ts";
import { idioms } from "./idioms.ts";
import { subclass } from "./subclass.ts";

/**
 * Writes a plan as a learning rate of Keras 3, on any of its backends: one of `keras.optimizers.schedules`, or else a
 * `LearningRateSchedule` of its own, which can be saved with a model.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the schedule is called; none that the code itself uses. Default `learning_rate`.
 *
 * Keras computes schedules in float32, so that exact is to 1e-6 of the value and 1e-7 of the peak; where float32 loses
 * more than that, the code is not exact and a note says how much. Throws a PlanError that lists every problem of the plan
 * and the run, or of the options.
 *
 * @example
 * ```ts
 * import { multiStep } from "anneal";
 * import { toKeras } from "anneal/interop/keras";
 * const { code } = toKeras(multiStep({ milestones: [30, 60] }), { base: 0.1 });
 * code.split("\n")[3]; // => "    boundaries=[29, 59], values=[0.1, 0.01, 1e-3]"
 * ```
 *
 * Source: Keras 3.15 `keras.optimizers.schedules`.
 */
export function toKeras<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { functions, name = "learning_rate" } = options;
  checkName(name, ["keras"]);
  let means: Plan = plan;
  const tried = idioms(name).map(
    (idiom): Idiom =>
      (shape) => {
        const said = idiom(shape);
        if (said) means = said.means;
        return said;
      },
  );
  const written = writeIdiom(plan, run, options, tried, (shape) => {
    means = plan;
    return subclass(shape, name);
  });
  const lost = written.exact ? lostInFloat32(plan, means, run, functions ? { functions } : {}) : [];
  const notes = [...written.notes, "Keras computes it in float32, to 1e-6", ...lost];
  return { ...written, exact: written.exact && lost.length === 0, notes };
}
