import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Port } from "../../../anneal/test/parity/port.ts";
import { detectron2 as ports } from "../../../anneal/test/parity/ports/detectron2.ts";
import { detectron2 } from "../../src/detectron2/detectron2.ts";
import { dataDocument } from "../../src/document.ts";
import { readAs } from "../../src/read.ts";
import { Call, type Value } from "../../src/value.ts";
import { data } from "../data.ts";
import { readCall, reading, tableOf } from "../parityCases.ts";

const table = tableOf("detectron2");
const [SOLVED, CALLED] = [true, false].map((is) =>
  Object.keys(table.schedules).filter((name) => name.startsWith("build_lr_scheduler") === is),
) as [string[], string[]];

const home = (name: string) => (name === "WarmupPolyLR" ? "detectron2.projects.deeplab" : "detectron2.solver");

test.each(SOLVED)("%s of a configuration is the real one", (name) => {
  const port = reading<object>(ports, name, ({ config }) => {
    // yacs reads tuples from text.
    const steps =
      "STEPS" in config ? { STEPS: `(${(config.STEPS as number[]).map((step) => `${step},`).join(" ")})` } : {};
    return readAs(detectron2, dataDocument("yaml", data({ SOLVER: { ...config, ...steps } })), {})[0];
  });
  const found = compareTable(table, { [name]: port as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(500);
});

test.each(CALLED)("%s as a call is the real one", (name) => {
  const port = reading<object>(ports, name, ({ config }) => readCall(detectron2, `${home(name)}.${name}`, config));
  const found = compareTable(table, { [name]: port as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(500);
});

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

test.each(SOLVED)("%s built of fvcore's schedulers is the real one", (name) => {
  const port = reading<Settings>(ports, name, ({ config }) => {
    const calls = [built(config)];
    return readAs(detectron2, { notation: "python", data: new Map(), place: () => undefined, calls }, {})[0];
  });
  const found = compareTable(table, { [name]: port as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(500);
});
