import { formula } from "../../formula.ts";
import { print } from "../../print/print.ts";
import { python } from "../../print/python.ts";
import { shortest } from "../../print/shortest.ts";
import { type Exported, exported } from "../exported.ts";
import type { Shape } from "../idiom.ts";
import { notesOn } from "../python/makeScheduler.ts";
import { checkFree, pythonModule } from "../python/module.ts";

/** Any plan, as a registered scheduler with its formula. */
export function customScheduler(shape: Shape, name: string): Exported {
  const { plan, run, functions, base } = shape;
  const own = formula(plan, run, functions && { functions });
  const printed = print(own, python);
  const rate = base === 1 ? "learning_rate(self.last_step)" : `learning_rate(self.last_step) / ${shortest(base)}`;
  const body = `@PARAM_SCHEDULERS.register_module()
class FormulaLR(LRSchedulerMixin, _ParamScheduler):
    def _get_value(self):
        factor = ${rate}
        return [value * factor for value in self.base_values]
`;
  checkFree(name, printed, body, ...IMPORTS, "type dict by_epoch");
  const code = pythonModule(IMPORTS, printed, body, `${name} = [dict(type="FormulaLR", by_epoch=False)]\n`);
  return exported(code, own, [
    ...notesOn(shape, ""),
    "FormulaLR has to be imported where the list is read, as by custom_imports",
  ]);
}

const IMPORTS = [
  "from mmengine.optim.scheduler.lr_scheduler import LRSchedulerMixin",
  "from mmengine.optim.scheduler.param_scheduler import _ParamScheduler",
  "from mmengine.registry import PARAM_SCHEDULERS",
];
