import type { Framework } from "../framework.ts";
import { under } from "../under.ts";
import { withOptimizer } from "../withOptimizer.ts";
import { configuration } from "./configuration.ts";
import { warmupCosineLR, warmupMultiStepLR, warmupPolyLR } from "./legacy.ts";
import { multipliers } from "./multiplier.ts";

/**
 * detectron2: `SOLVER` of a YAML file or a command line, `LRMultiplier` over fvcore's schedulers, and its older classes.
 *
 * What may be set in a file that is not read (`_BASE_`, `--config-file`) is asked for under its own name, such as
 * `SOLVER.MAX_ITER`.
 *
 * Source: detectron2 0.6 `build_lr_scheduler`, DeepLab's `WarmupPolyLR`.
 */
export const detectron2: Framework = {
  name: "detectron2",

  entries: {
    ...multipliers,
    ...under(["detectron2.solver", "detectron2.solver.lr_scheduler"], {
      WarmupMultiStepLR: withOptimizer(warmupMultiStepLR(0.001, 1000)),
      WarmupCosineLR: withOptimizer(warmupCosineLR),
    }),
    ...under(["detectron2.projects.deeplab", "detectron2.projects.deeplab.lr_scheduler"], {
      WarmupPolyLR: withOptimizer(warmupPolyLR),
    }),
  },

  configuration,
};
