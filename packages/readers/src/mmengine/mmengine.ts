import type { Framework } from "../framework.ts";
import { configuration } from "./configuration.ts";
import { entries } from "./entries.ts";

/**
 * MMEngine: `param_scheduler` of a configuration in Python, JSON or YAML, or its classes in Python.
 *
 * One step of a plan is an epoch where every scheduler counts epochs, and an update otherwise. `epoch_length` answers how
 * many updates an epoch is, where that matters.
 *
 * Source: MMEngine 0.10 `mmengine.optim.scheduler`, `Runner.build_param_scheduler`; MMDetection 3 `QuadraticWarmupLR`.
 */
export const mmengine: Framework = { name: "mmengine", entries, configuration };
