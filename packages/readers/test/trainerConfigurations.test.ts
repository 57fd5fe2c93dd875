import { PlanError } from "anneal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axolotl } from "../src/axolotl/axolotl.ts";
import { deepspeed } from "../src/deepspeed/deepspeed.ts";
import { dataDocument } from "../src/document.ts";
import type { Framework } from "../src/framework.ts";
import { readAs } from "../src/read.ts";
import { timm } from "../src/timm/timm.ts";
import { transformers } from "../src/transformers/transformers.ts";
import type { Value } from "../src/value.ts";

const KEYS: Readonly<Record<string, readonly string[]>> = {
  transformers:
    "learning_rate lr_scheduler_type lr_scheduler_kwargs warmup_steps warmup_ratio num_train_epochs max_steps num_cycles min_lr power num_decay_steps log_history global_step __proto__".split(
      " ",
    ),
  axolotl:
    "learning_rate lr_scheduler micro_batch_size warmup_steps warmup_ratio num_epochs max_steps cosine_min_lr_ratio cosine_constant_lr_ratio lr_quadratic_warmup constructor".split(
      " ",
    ),
  deepspeed: "scheduler type params optimizer lr total_num_steps warmup_num_steps cycle_min_lr cycle_max_lr auto".split(
    " ",
  ),
  timm: "sched lr lr_base lr_noise lr_cycle_mul lr_cycle_limit epochs warmup_epochs decay_milestones decay_epochs min_lr seed".split(
    " ",
  ),
};

const WORDS =
  "linear cosine polynomial warmup_stable_decay OneCycle WarmupLR WarmupDecayLR StepLR wsd step multistep tanh plateau 1e-4 1e999 -0x1 auto".split(
    " ",
  );

const value = (keys: readonly string[]): fc.Arbitrary<Value> =>
  fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Value>(...WORDS),
      fc.oneof(fc.integer({ min: -2, max: 2000 }), fc.double(), fc.constant(0.1)),
      fc.constantFrom<Value>(null, true, false),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...keys), tie("value")), { maxLength: 8 }).map((entries) => new Map(entries)),
    ),
  })).value;

const document = (keys: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...keys), value(keys)), { maxLength: 14 }).map((entries) => new Map(entries));

/** DeepSpeed's arguments stand inside of a block. */
const block = fc
  .tuple(
    fc.constantFrom("OneCycle", "WarmupLR", "WarmupDecayLR", "WarmupCosineLR", "StepLR"),
    document(KEYS.deepspeed ?? []),
  )
  .map(
    ([type, params]) =>
      new Map<string, Value>([
        ...params,
        [
          "scheduler",
          new Map<string, Value>([
            ["type", type],
            ["params", params],
          ]),
        ],
      ]),
  );

const facts = { samples: 100, processes: 2, updates_per_epoch: 5, lr: 0.1, learning_rate: 0.1 };

/** Whether a configuration is recognised, after it was read into plans, needs or a PlanError. */
function reads(framework: Framework, data: Value): boolean {
  const read = dataDocument("yaml", data);
  if (!framework.configuration?.recognises(read)) return false;
  for (const values of [{}, facts]) {
    try {
      readAs(framework, read, values);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
    }
  }
  return true;
}

describe("whatever a configuration holds", () => {
  it.each([transformers, axolotl, deepspeed, timm])("$name reads it, or says what is wrong", (framework) => {
    let recognised = 0;
    const keys = KEYS[framework.name] as readonly string[];
    fc.assert(
      fc.property(framework === deepspeed ? block : document(keys), (data) => {
        if (reads(framework, data)) recognised++;
      }),
      { numRuns: 1500 },
    );
    expect(recognised).toBeGreaterThan(5);
  });
});
