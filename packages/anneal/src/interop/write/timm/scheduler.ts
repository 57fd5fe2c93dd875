import { formula } from "../../formula.ts";
import { print } from "../../print/print.ts";
import { python } from "../../print/python.ts";
import { shortest } from "../../print/shortest.ts";
import { type Exported, exported } from "../exported.ts";
import type { Shape } from "../idiom.ts";
import { call } from "../python/call.ts";
import { makeScheduler, notesOn } from "../python/makeScheduler.ts";

/** Any plan, as a scheduler of timm's with its formula. */
export function scheduler(shape: Shape, name: string): Exported {
  const { plan, run, functions, base } = shape;
  const own = formula(plan, run, functions && { functions });
  const printed = print(own, python);
  const rate = base === 1 ? "learning_rate(t)" : `learning_rate(t) / ${shortest(base)}`;
  const body = `class FormulaScheduler(Scheduler):
    def __init__(self, optimizer):
        super().__init__(optimizer, "lr", t_in_epochs=False)
        self.step_update(0)

    def _get_lr(self, t):
        factor = ${rate}
        return [value * factor for value in self.base_values]
`;
  const before = `${printed}\n\n${body}`;
  const code = makeScheduler(shape, name, call("FormulaScheduler", ["optimizer"]), IMPORTS, before, DRIVEN);
  return exported(code, own, notesOn(shape, DRIVEN));
}

const IMPORTS = ["from timm.scheduler.scheduler import Scheduler"];

/** How timm's schedulers are driven where they count updates. */
export const DRIVEN = "step_update(t) after update t";
