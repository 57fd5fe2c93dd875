import { formula } from "../../formula.ts";
import { print } from "../../print/print.ts";
import { python } from "../../print/python.ts";
import { shortest } from "../../print/shortest.ts";
import { type Exported, exported } from "../exported.ts";
import type { Shape } from "../idiom.ts";
import { call } from "../python/call.ts";
import { makeScheduler, notesOn } from "../python/makeScheduler.ts";

/** Any plan, as a LambdaLR with its formula. */
export function lambdaLR(shape: Shape, name: string): Exported {
  const { plan, run, functions, base } = shape;
  const own = formula(plan, run, functions && { functions });
  const factor = base === 1 ? "learning_rate" : `lambda step: learning_rate(step) / ${shortest(base)}`;
  const imports = ["from torch.optim.lr_scheduler import LambdaLR"];
  const code = makeScheduler(shape, name, call("LambdaLR", ["optimizer", factor]), imports, print(own, python));
  return exported(code, own, notesOn(shape));
}
