import { formula } from "../../formula.ts";
import { kerasOps } from "../../print/arrays.ts";
import { print } from "../../print/print.ts";
import { type Exported, exported } from "../exported.ts";
import type { Shape } from "../idiom.ts";
import { checkFree } from "../python/module.ts";

/** Any plan as a schedule class of its own, which is saved with a model. */
export function subclass({ plan, run, functions }: Shape, name: string): Exported {
  const own = formula(plan, run, functions && { functions });
  const at = print(own, kerasOps, { name: "rate_at" });
  const made = `@keras.saving.register_keras_serializable()
class LearningRate(keras.optimizers.schedules.LearningRateSchedule):
    """The rate for the update after \`step\` completed ones."""

    def __call__(self, step):
        return rate_at(step)

    def get_config(self):
        return {}
`;
  checkFree(name, at, made);
  const parts = [at.replace("from keras", "import keras\nfrom keras"), made, `${name} = LearningRate()\n`];
  return exported(parts.join("\n\n"), own);
}
