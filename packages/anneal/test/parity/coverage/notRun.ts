const SEED = "[seedSchedule.test.ts](../packages/anneal/test/parity/seedSchedule.test.ts)";

/** What was not run: of whom, what, why, and what holds in its place. */
export const NOT_RUN: readonly (readonly [framework: string, what: string, why: string])[] = [
  [
    "maskrcnn-benchmark",
    "`WarmupMultiStepLR`",
    `On no registry. Its formula is tested (${SEED}), and detectron2's class of that name, which has the same formula, was run.`,
  ],
  [
    "Deformable-ConvNets",
    "`WarmupMultiFactorScheduler`",
    `On no registry. Its formula is tested (${SEED}), and MXNet's \`MultiFactorScheduler\`, with \`warmup_mode\` constant too, was run.`,
  ],
  [
    "Transformers",
    "`reduce_lr_on_plateau`, `AdafactorSchedule`",
    "The first is PyTorch's class, which was run as PyTorch's; the second tells the rate that Adafactor has found by itself.",
  ],
  [
    "MMEngine",
    "`ReduceOnPlateauMomentum`, the `…ParamScheduler` names",
    "The same code as the `…LR` classes for another key of the groups; those and the other momentum classes were run.",
  ],
  [
    "PyTorch-Ignite",
    "`LambdaStateScheduler`, `BatchSizeScheduler`",
    "They call a user's function and nothing else, as `custom` does.",
  ],
  ["fairseq", "`pass_through`", "It has no rates of its own: an optimizer with a scheduler inside answers."],
  [
    "PyTorch-Ignite",
    "learning-rate finder",
    "Its ramps are `geometric` and `linear` plans. fastai's and pytorch-lr-finder's are run (parity/README.md).",
  ],
  [
    "jax-js, TensorFlow.js",
    "",
    "They have no schedules (Adamax of TensorFlow.js has an inverse-time `decay` inside it).",
  ],
];
