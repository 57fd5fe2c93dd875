import type { Functions, Plan, Run } from "anneal";
import { type Exported, toPython } from "anneal/interop";
import { toComposer } from "anneal/interop/composer";
import { toDeepSpeed } from "anneal/interop/deepspeed";
import { toDetectron2 } from "anneal/interop/detectron2";
import { toFvcore } from "anneal/interop/fvcore";
import { toHuggingFace } from "anneal/interop/huggingface";
import { toKeras } from "anneal/interop/keras";
import { toMegatron } from "anneal/interop/megatron";
import { toMMEngine } from "anneal/interop/mmengine";
import { toOptax } from "anneal/interop/optax";
import { toPyTorch } from "anneal/interop/pytorch";
import { toTimm } from "anneal/interop/timm";
import type { Values } from "../../src/reading.ts";

/** A run that says how long it is. */
export type Span = Run & { readonly steps: number };

/** A framework that can be written and read. */
export interface Target {
  /** What the reader calls it. */
  readonly from: string;
  /** What reads a formula that is written for it: PyTorch, as its LambdaLR, or else the function that it calls. */
  readonly formula: "torch" | "function";
  write(plan: Plan, run: Span, options: { functions?: Functions }): Exported;
  /** What the text of a whole program has before the written part. */
  before?(run: Span): string;
  /** What else it has. */
  values?(run: Span): Values;
}

/** The optimizer is made elsewhere, with the base rate. */
const lr = ({ base = 1 }: Span): Values => ({ lr: base });

/** All of them, by what they are called here. */
export const TARGETS: Readonly<Record<string, Target>> = {
  pytorch: { from: "torch", formula: "torch", write: toPyTorch, values: lr },
  huggingFace: { from: "transformers", formula: "torch", write: toHuggingFace, values: lr },
  trainingArguments: {
    from: "transformers",
    formula: "torch",
    write: (plan, run, options) => toHuggingFace(plan, run, { ...options, form: "arguments" }),
    values: lr,
  },
  timm: { from: "timm", formula: "function", write: toTimm, values: lr },
  deepspeed: { from: "deepspeed", formula: "torch", write: toDeepSpeed, values: lr },
  mmengine: {
    from: "mmengine",
    formula: "function",
    write: toMMEngine,
    before: ({ base = 1, steps }) =>
      [
        `optim_wrapper = dict(optimizer=dict(type="SGD", lr=${base}))`,
        `train_cfg = dict(by_epoch=False, max_iters=${Math.min(Math.ceil(steps), 1e9)})\n`,
      ].join("\n"),
  },
  composer: {
    from: "composer",
    formula: "function",
    write: toComposer,
    values: ({ base = 1, steps }) => ({ lr: base, max_duration: `${steps}ba` }),
  },
  fvcore: { from: "fvcore", formula: "function", write: toFvcore },
  detectron2: { from: "detectron2", formula: "function", write: toDetectron2 },
  megatron: {
    from: "megatron",
    formula: "function",
    write: toMegatron,
    values: ({ steps }) => ({ train_iters: steps }),
  },
  keras: { from: "keras", formula: "function", write: toKeras },
  python: { from: "function", formula: "function", write: toPython },
  optax: { from: "optax", formula: "function", write: toOptax },
};
