import type { Configuration } from "../framework.ts";
import { isMaskrcnn } from "./isMaskrcnn.ts";
import { readSolver } from "./readSolver.ts";
import { scaled } from "./scaled.ts";
import { buildLrScheduler } from "./solver.ts";
import { solverSettings } from "./solverOptions.ts";

const DEFAULTS = { warmup_factor: 0.001, warmup_iters: 1000 };

/** A YAML file's `SOLVER`, or what a command line sets of it. */
export const configuration: Configuration = {
  recognises: (document) => solverSettings(document) !== undefined && !isMaskrcnn(document),

  read: (document) => [
    {
      name: "SOLVER",
      place: document.place(["SOLVER"]),
      read(context) {
        const read = readSolver(document, DEFAULTS, context);
        const solver = read && scaled(read, document, context);
        if (!solver) return undefined;
        if (solver.bias_lr_factor !== 1) {
          context.note(`Biases are in groups with ${solver.bias_lr_factor} times this rate (SOLVER.BIAS_LR_FACTOR).`);
        }
        const lr = buildLrScheduler(solver, { context, place: document.place(["SOLVER"]) });
        return lr && { program: { lr }, run: solver.run, unit: "update" };
      },
    },
  ],
};
