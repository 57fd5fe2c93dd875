import type { Functions, Plan, Run } from "anneal";
import {
  type Exported,
  toComposer,
  toDeepSpeed,
  toDetectron2,
  toFvcore,
  toHuggingFace,
  toKeras,
  toMegatron,
  toMMEngine,
  toOptax,
  toPyTorch,
  toTimm,
} from "anneal/interop";
import type { Values } from "../../src/reading.ts";

/** A run that says how long it is. */
export type Span = Run & { readonly steps: number };

/** A framework that can be written and read. */
export interface Target {
  /** What the reader calls it. */
  readonly from: string;
  write(plan: Plan, run: Span, options: { functions?: Functions }): Exported;
  /** What the text of a whole program has and the written part does not. */
  values(run: Span): Values;
}

/** The optimizer is made elsewhere, with the base rate. */
const lr = ({ base = 1 }: Span): Values => ({ lr: base });

export const TARGETS: Readonly<Record<string, Target>> = {
  pytorch: { from: "torch", write: toPyTorch, values: lr },
  huggingFace: { from: "transformers", write: toHuggingFace, values: lr },
  trainingArguments: {
    from: "transformers",
    write: (plan, run, options) => toHuggingFace(plan, run, { ...options, form: "arguments" }),
    values: lr,
  },
  timm: { from: "timm", write: toTimm, values: lr },
  deepspeed: { from: "deepspeed", write: toDeepSpeed, values: lr },
  mmengine: { from: "mmengine", write: toMMEngine, values: lr },
  composer: {
    from: "composer",
    write: toComposer,
    values: ({ base = 1, steps }) => ({ lr: base, max_duration: `${steps}ba` }),
  },
  fvcore: { from: "fvcore", write: toFvcore, values: () => ({}) },
  detectron2: { from: "detectron2", write: toDetectron2, values: lr },
  megatron: { from: "megatron", write: toMegatron, values: ({ steps }) => ({ train_iters: steps }) },
  keras: { from: "keras", write: toKeras, values: () => ({}) },
  optax: { from: "optax", write: toOptax, values: () => ({}) },
};
