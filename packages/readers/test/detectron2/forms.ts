import type { Case } from "../../../anneal/test/parity/port.ts";
import { detectron2 as written } from "../../../anneal/test/parity/ports/detectron2.ts";
import { detectron2 } from "../../src/detectron2/detectron2.ts";
import { dataDocument } from "../../src/document.ts";
import { Call, type Value } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";
import { callDocument, callsDocument, type Form } from "../readPorts.ts";

/** What a configuration has settings for; the rest are classes. */
export const isSolved = (name: string): boolean => name.startsWith("build_lr_scheduler");

const only = (is: boolean) => Object.fromEntries(Object.entries(written).filter(([name]) => isSolved(name) === is));

/** As a YAML configuration has them. */
export const configurations: Form = {
  framework: detectron2,
  written: only(true),
  document(_, { config, base }: Case<{ readonly STEPS?: readonly number[] }>) {
    // yacs reads tuples from text.
    const steps = config.STEPS && { STEPS: `(${config.STEPS.map((step) => `${step},`).join(" ")})` };
    return dataDocument(
      "yaml",
      data({ SOLVER: { ...(base !== undefined && { BASE_LR: base }), ...config, ...steps } }),
    );
  },
};

/** The older classes, as Python builds them. */
export const calls: Form = {
  framework: detectron2,
  written: only(false),
  document: (name, { config }) =>
    callDocument(
      `${name === "WarmupPolyLR" ? "detectron2.projects.deeplab" : "detectron2.solver"}.${name}`,
      dictionary(config),
    ),
};

interface Settings {
  readonly LR_SCHEDULER_NAME: string;
  readonly MAX_ITER: number;
  readonly GAMMA: number;
  readonly STEPS: readonly number[];
  readonly NUM_DECAYS: number;
  readonly BASE_LR: number;
  readonly BASE_LR_END: number;
  readonly WARMUP_FACTOR: number;
  readonly WARMUP_ITERS: number;
  readonly WARMUP_METHOD: string;
  readonly RESCALE_INTERVAL: boolean;
}

const make = (name: string, named: object) =>
  new Call(name, { named: new Map(Object.entries(named)) as ReadonlyMap<string, Value> });

/** What `build_lr_scheduler` makes of the settings, as calls. */
function built(solver: Settings): Call {
  const { MAX_ITER: num_updates, GAMMA: gamma, NUM_DECAYS: num_decays } = solver;
  const home = "fvcore.common.param_scheduler";
  const milestones = solver.STEPS?.filter((step) => step <= num_updates);
  const values = [1, ...(milestones ?? [])].map((_, i) => gamma ** i);
  const builders: Readonly<Record<string, () => Call>> = {
    WarmupMultiStepLR: () => make(`${home}.MultiStepParamScheduler`, { values, milestones, num_updates }),
    WarmupCosineLR: () =>
      make(`${home}.CosineParamScheduler`, { start_value: 1, end_value: solver.BASE_LR_END / solver.BASE_LR }),
    WarmupStepWithFixedGammaLR: () =>
      make(`${home}.StepWithFixedGammaParamScheduler`, { base_value: 1, num_decays, gamma, num_updates }),
  };
  const multiplier = make("detectron2.solver.WarmupParamScheduler", {
    scheduler: builders[solver.LR_SCHEDULER_NAME]?.(),
    warmup_factor: solver.WARMUP_FACTOR,
    warmup_length: Math.min(solver.WARMUP_ITERS / num_updates, 1),
    warmup_method: solver.WARMUP_METHOD,
    rescale_interval: solver.RESCALE_INTERVAL,
  });
  return make("detectron2.solver.LRMultiplier", { multiplier, max_iter: num_updates });
}

/** What `build_lr_scheduler` makes of a configuration, as Python builds it of fvcore's schedulers. */
export const multipliers: Form = {
  ...configurations,
  document: (_, { config }: Case<Settings>) => callsDocument(built(config)),
};
