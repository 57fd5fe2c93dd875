import type { Finding } from "anneal/check";

/** What a framework calls the length of a warm-up and that of the whole schedule. */
interface Words {
  readonly warmup: string;
  readonly length: string;
}

const ITS_OWN: Words = { warmup: "the warm-up's length", length: "the schedule's length" };

/** By the readers' names of the frameworks. */
const WORDS: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    torch: { warmup: "the warm-up's total_iters and its milestone", length: "T_max, total_steps or total_iters" },
    transformers: { warmup: "warmup_steps or warmup_ratio", length: "max_steps or num_training_steps" },
    diffusers: { warmup: "lr_warmup_steps", length: "max_train_steps" },
    axolotl: { warmup: "warmup_steps or warmup_ratio", length: "max_steps or num_epochs" },
    deepspeed: { warmup: "warmup_num_steps", length: "total_num_steps" },
    mmengine: { warmup: "the end of the warm-up in param_scheduler", length: "T_max or end in param_scheduler" },
    mmcv: { warmup: "warmup_iters", length: "the runner's max_epochs or max_iters" },
    detectron2: { warmup: "SOLVER.WARMUP_ITERS", length: "SOLVER.STEPS and SOLVER.MAX_ITER" },
    "maskrcnn-benchmark": { warmup: "SOLVER.WARMUP_ITERS", length: "SOLVER.STEPS and SOLVER.MAX_ITER" },
    composer: { warmup: "t_warmup", length: "t_max" },
    fastai: { warmup: "pct_start", length: "the epochs of the fit" },
    fvcore: { warmup: "warmup_length", length: "the scheduler's lengths" },
    keras: { warmup: "warmup_steps", length: "decay_steps" },
    optax: { warmup: "warmup_steps", length: "decay_steps or transition_steps" },
    mxnet: { warmup: "warmup_steps", length: "max_update" },
    timm: { warmup: "warmup_t (--warmup-epochs)", length: "t_initial (--epochs)" },
    fairseq: { warmup: "warmup-updates", length: "total-num-update or max-update" },
    megatron: { warmup: "lr-warmup-iters", length: "lr-decay-iters or train-iters" },
    torchtitan: { warmup: "lr_scheduler.warmup_steps", length: "training.steps" },
  }),
);

/** What the library's words mean in a framework's; none where the rule's own are everybody's. */
const MENDS: Readonly<Record<string, (words: Words) => string>> = {
  AN001: ({ warmup }) => `make ${warmup} less than the run is long`,
  AN002: ({ length }) => `make ${length} as long as the run, if it is not meant to end before`,
  AN003: ({ length }) => `make ${length} as long as the run, or the run longer`,
  AN004: () => "move the milestone into the run, or leave it out; it counts what the scheduler's step() counts",
  AN005: () => "put the milestone after the warm-up, or count it from the warm-up's end",
  AN008: () => "let each part begin where the one before it ends",
  AN009: () => "give it two different levels or a factor other than 1, or leave the scheduler out",
  AN010: () => "end below the start: compare the floor with the rate that the decay begins from",
  AN011: () => "begin the warm-up below the rate that it leads to",
  AN014: ({ length }) => `count ${length} in what the scheduler's step() counts: epochs or updates, and not the other`,
  AN015: ({ length }) => `count the optimizer's updates in ${length}: not the batches of each process`,
  AN016: () => "give the scheduler the same rate as the optimizer, or set the optimizer's",
};

/** How to mend a finding, in the words of the framework that the source is written for. */
export function mendOf({ code, mend }: Finding, framework: string): string {
  if (framework === "anneal" || framework === "function" || mend === "") return mend;
  const words = WORDS.get(framework) ?? ITS_OWN;
  const own = Object.hasOwn(MENDS, code) ? MENDS[code] : undefined;
  // Of other rules, what only the library's plans can say.
  return own?.(words) ?? mend.replace('the "rest" of the run', "the rest of the run").replace(" (first: 1)", "");
}
