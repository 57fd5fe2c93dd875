import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { withOptimizer } from "../withOptimizer.ts";
import { multiStep, warmupMultiStepLR, warmupOf } from "./legacy.ts";
import { readSolver } from "./readSolver.ts";
import { solverSettings } from "./solverOptions.ts";

const DEFAULTS = { warmup_factor: 1 / 3, warmup_iters: 500 };

/**
 * maskrcnn-benchmark: detectron2's forerunner, whose settings have other defaults and whose milestones count during the
 * warm-up too. Where a text does not tell the two apart it is read as detectron2's.
 *
 * Source: maskrcnn-benchmark 0.1 `WarmupMultiStepLR`.
 */
export const maskrcnnBenchmark: Framework = {
  name: "maskrcnn-benchmark",

  entries: under(["maskrcnn_benchmark.solver", "maskrcnn_benchmark.solver.lr_scheduler"], {
    WarmupMultiStepLR: withOptimizer(warmupMultiStepLR(DEFAULTS.warmup_factor, DEFAULTS.warmup_iters)),
  }),

  configuration: {
    recognises: (document) => solverSettings(document) !== undefined,

    read: (document) => [
      {
        name: "SOLVER",
        place: document.place(["SOLVER"]),
        read(context) {
          const solver = readSolver(document, DEFAULTS, context);
          if (!solver) return undefined;
          const reader = { context, place: document.place(["SOLVER"]) };
          const lr = multiStep(solver.steps, solver.gamma, warmupOf(solver, reader), reader);
          return { program: { lr }, run: solver.run, unit: "update" };
        },
      },
    ],
  },
};
