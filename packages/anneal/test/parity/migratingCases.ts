/** What a row of docs/migrating.md is in the words of the framework's own table: the schedule, and its configuration. */
export type Row = readonly [schedule: string, config: object];

const counts = { num_warmup_steps: 10, num_training_steps: 100 };
const warm = { warmup_t: 10, warmup_lr_init: 1e-4 };
const cycle = { t_initial: 100 };
const decay = { initial_learning_rate: 0.1, decay_steps: 10, staircase: false };
const joined = [
  { schedule: "linear_schedule", config: { init_value: 0, end_value: 0.1, transition_steps: 10, transition_begin: 0 } },
  { schedule: "cosine_decay_schedule", config: { init_value: 0.1, decay_steps: 90, alpha: 0, exponent: 1 } },
];
const line = { init_value: 0.1, end_value: 0.01, transition_steps: 100, transition_begin: 0 };
const fall = { init_value: 0.1, transition_steps: 10, decay_rate: 0.9, transition_begin: 0, staircase: false };
const climb = {
  warmup_min_lr: 0,
  warmup_max_lr: 0.1,
  warmup_num_steps: 10,
  warmup_type: "linear",
  total_num_steps: 100,
};
const foot = { cycle_min_lr: 0.01, cycle_max_lr: 0.1, cycle_first_step_size: 20 };
const rates = { init_lr: 0, max_lr: 0.1, min_lr: 0.01, lr_warmup_steps: 10, lr_decay_steps: 100 };
const updates = { lr: [0.1], warmup_updates: 10 };
const restarted = { lr_period_updates: 50, t_mult: 2, lr_shrink: 0.5, max_update: 1e3 };
const solver = {
  WARMUP_ITERS: 10,
  WARMUP_FACTOR: 0.001,
  WARMUP_METHOD: "linear",
  MAX_ITER: 100,
  GAMMA: 0.1,
  BASE_LR: 0.1,
};
const composed = {
  schedulers: [
    { class: "LinearParamScheduler", config: { start_value: 0, end_value: 0.1 } },
    { class: "CosineParamScheduler", config: { start_value: 0.1, end_value: 0 } },
  ],
  lengths: [0.1, 0.9],
  interval_scaling: ["rescaled", "rescaled"],
};
const cyclical = { start_value: 0.1, end_value: 0.01, cycle_size: 50 };
const stepLR = { class: "StepLR", options: { stepSize: 30, gamma: 0.1 } };
const called = { counter: 1, base_lr: 0.1, warmup_steps: 0, warmup_begin_lr: 0 };
const titan = { warmup_steps: 10, decay_ratio: null, decay_type: "linear", min_lr_factor: 0 };
const dampened = { schedule: { class: "CosineAnnealingLR", options: { tMax: 100, etaMin: 0 } } };
const betas = [0.9, 0.999];

/** By the page's headings, in the order of its tables; the key is the name of the ports. */
export const ROWS: Readonly<Record<string, readonly [ports: string, rows: readonly Row[]]>> = {
  "Hugging Face Transformers": [
    "transformers",
    [
      ["constant_with_warmup", counts],
      ["linear", counts],
      ["cosine", counts],
      ["cosine_with_restarts", { ...counts, num_cycles: 3 }],
      ["polynomial", { ...counts, power: 2 }],
      ["inverse_sqrt", counts],
      ["cosine_with_min_lr", { ...counts, min_lr_rate: 0.1 }],
      ["warmup_stable_decay", { ...counts, num_decay_steps: 20, warmup_type: "linear", decay_type: "1-sqrt" }],
    ],
  ],
  timm: [
    "timm",
    [
      ["CosineLRScheduler", { ...cycle, ...warm, warmup_prefix: true }],
      ["CosineLRScheduler", { ...cycle, ...warm }],
      ["CosineLRScheduler", { t_initial: 10, cycle_mul: 2, cycle_decay: 0.5, cycle_limit: 3 }],
      ["StepLRScheduler", { decay_t: 30, decay_rate: 0.1, warmup_t: 10 }],
      ["MultiStepLRScheduler", { decay_t: [30, 60], decay_rate: 0.1 }],
      ["PolyLRScheduler", { ...cycle, power: 2 }],
      ["TanhLRScheduler", cycle],
      ["CosineLRScheduler", { ...cycle, noise_range_t: [40, 90] }],
    ],
  ],
  Keras: [
    "keras",
    [
      ["ExponentialDecay", { ...decay, decay_rate: 0.9 }],
      ["PiecewiseConstantDecay", { boundaries: [30, 60], values: [0.1, 0.01, 0.001] }],
      ["PolynomialDecay", { ...decay, decay_steps: 100, end_learning_rate: 1e-4, power: 2, cycle: false }],
      ["InverseTimeDecay", { ...decay, decay_rate: 0.5 }],
      ["CosineDecay", { initial_learning_rate: 0, decay_steps: 90, alpha: 0, warmup_target: 0.1, warmup_steps: 10 }],
      ["CosineDecayRestarts", { initial_learning_rate: 0.1, first_decay_steps: 10, t_mul: 2, m_mul: 0.5, alpha: 0 }],
    ],
  ],
  optax: [
    "optax64",
    [
      ["linear_schedule", line],
      ["polynomial_schedule", { ...line, power: 2 }],
      ["exponential_decay", { ...fall, end_value: null }],
      [
        "piecewise_constant_schedule",
        {
          init_value: 0.1,
          boundaries_and_scales: [
            [30, 0.1],
            [60, 0.1],
          ],
        },
      ],
      ["cosine_decay_schedule", { init_value: 0.1, decay_steps: 100, alpha: 0.1, exponent: 1 }],
      [
        "warmup_cosine_decay_schedule",
        { init_value: 0, peak_value: 0.1, warmup_steps: 10, decay_steps: 100, end_value: 0, exponent: 1 },
      ],
      [
        "cosine_onecycle_schedule",
        { transition_steps: 100, peak_value: 0.1, pct_start: 0.3, div_factor: 25, final_div_factor: 1e4 },
      ],
      ["join_schedules", { schedules: joined, boundaries: [10] }],
    ],
  ],
  DeepSpeed: [
    "deepspeed",
    [
      ["WarmupLR", { ...climb, warmup_type: "log" }],
      ["WarmupDecayLR", climb],
      ["WarmupCosineLR", climb],
      ["LRRangeTest", { lr_range_test_min_lr: 0.001, lr_range_test_step_size: 20 }],
      ["OneCycle", { ...foot, decay_step_size: 10, decay_lr_rate: 0.1 }],
    ],
  ],
  "Megatron-LM": [
    "megatron",
    [
      ["cosine", { ...rates, lr_decay_style: "cosine" }],
      ["linear", { ...rates, lr_decay_style: "linear" }],
      ["WSD", { ...rates, lr_decay_style: "WSD", wsd_decay_steps: 20 }],
      ["constant", { ...rates, lr_decay_style: "constant" }],
      ["weight_decay", { start_wd: 0.01, end_wd: 0.1, wd_incr_steps: 100, wd_incr_style: "linear" }],
    ],
  ],
  fairseq: [
    "fairseq",
    [
      ["inverse_sqrt", updates],
      ["polynomial_decay", { ...updates, total_num_update: 100 }],
      ["cosine", { ...updates, ...restarted }],
      ["tri_stage", { warmup_steps: 10, hold_steps: 40, decay_steps: 50 }],
      ["step", { ...updates, lr_deacy_period: 20, lr_decay: 0.5 }],
    ],
  ],
  MMEngine: [
    "mmengine",
    [
      ["LinearLR", { start_factor: 0.1, end: 10 }],
      ["MultiStepLR", { milestones: [30, 60], gamma: 0.1 }],
      ["CosineAnnealingLR", { T_max: 50, eta_min: 0 }],
      ["PolyLR", { eta_min: 0, power: 2, end: 100 }],
      [
        "list",
        {
          schedulers: [
            { type: "LinearLR", start_factor: 0.1, end: 10 },
            { type: "MultiStepLR", milestones: [30, 60], gamma: 0.1 },
          ],
        },
      ],
    ],
  ],
  detectron2: [
    "detectron2",
    [
      ["build_lr_scheduler WarmupMultiStepLR", { ...solver, RESCALE_INTERVAL: false, STEPS: [30, 60] }],
      ["build_lr_scheduler WarmupCosineLR", { ...solver, RESCALE_INTERVAL: false, BASE_LR_END: 0 }],
    ],
  ],
  fvcore: [
    "fvcore",
    [
      ["LinearParamScheduler", { start_value: 0.1, end_value: 0.01 }],
      ["CosineParamScheduler", { start_value: 0.1, end_value: 0 }],
      ["ExponentialParamScheduler", { start_value: 0.1, decay: 0.5 }],
      ["MultiStepParamScheduler", { values: [0.1, 0.01, 0.001], milestones: [30, 60, 100] }],
      ["CompositeParamScheduler", composed],
    ],
  ],
  Composer: [
    "composer",
    [
      ["MultiStepScheduler", { milestones: ["30ba", "60ba"], gamma: 0.1 }],
      ["LinearScheduler", { alpha_i: 1, alpha_f: 0, t_max: "1dur" }],
      ["CosineAnnealingWithWarmupScheduler", { t_warmup: "10ba", t_max: "1dur", alpha_f: 0, scale_warmup: false }],
      ["PolynomialScheduler", { power: 2, t_max: "1dur", alpha_f: 0 }],
      ["ConstantWithWarmupScheduler", { t_warmup: "2ep", alpha: 1, t_max: "1dur", scale_warmup: false }],
    ],
  ],
  "PyTorch-Ignite": [
    "ignite",
    [
      ["CosineAnnealingScheduler", cyclical],
      ["LinearCyclicalScheduler", cyclical],
      [
        "PiecewiseLinear",
        {
          milestones_values: [
            [10, 0.1],
            [60, 0.01],
          ],
        },
      ],
      ["create_lr_scheduler_with_warmup", { lr_scheduler: stepLR, warmup_start_value: 0, warmup_duration: 10 }],
    ],
  ],
  fastai: [
    "fastai",
    [
      [
        "fit_one_cycle",
        { n_epoch: 4, lr_max: 0.1, div: 25, div_final: 1e5, pct_start: 0.25, moms: [0.95, 0.85, 0.95] },
      ],
      ["fit_flat_cos", { n_epoch: 4, lr: 0.1, div_final: 1e5, pct_start: 0.75 }],
      ["fit_sgdr", { n_cycles: 3, cycle_len: 1, lr_max: 0.1, cycle_mult: 2 }],
    ],
  ],
  torchtitan: [
    "torchtitan",
    [
      ["LRSchedulersContainer", titan],
      ["LRSchedulersContainer", { ...titan, decay_ratio: 0.2, decay_type: "cosine" }],
    ],
  ],
  MXNet: [
    "mxnet",
    [
      ["FactorScheduler", { ...called, step: 30, factor: 0.1, stop_factor_lr: 1e-8 }],
      ["MultiFactorScheduler", { ...called, step: [30, 60], factor: 0.1 }],
      ["PolyScheduler", { ...called, warmup_steps: 10, max_update: 100, final_lr: 0, pwr: 2 }],
      ["CosineScheduler", { ...called, warmup_steps: 10, max_update: 100, final_lr: 0.01 }],
    ],
  ],
  pytorch_warmup: [
    "pytorchWarmup",
    [
      ["LinearWarmup", { ...dampened, warmup_period: 10 }],
      ["ExponentialWarmup", { ...dampened, warmup_period: 10 }],
      ["UntunedLinearWarmup", { ...dampened, betas }],
      ["RAdamWarmup", { ...dampened, betas }],
    ],
  ],
};
