import type { Catalogue } from "../translator.ts";

/** How to mend a finding in the words of the framework that a source is written for. */
export const mends: Catalogue = {
  "make {} less than the run is long": "让 {0*} 短于运行的长度",
  "make {} as long as the run, if it is not meant to end before": "若不打算提前结束，让 {0*} 与运行一样长",
  "make {} as long as the run, or the run longer": "让 {0*} 与运行一样长，或延长运行",
  "move the milestone into the run, or leave it out; it counts what the scheduler's step() counts":
    "把里程碑移到运行之内，或去掉它；它的计数与调度器的 step() 相同",
  "put the milestone after the warm-up, or count it from the warm-up's end":
    "把里程碑放到热身之后，或让它从热身结束时算起",
  "let each part begin where the one before it ends": "让每一段从前一段的终点开始",
  "give it two different levels or a factor other than 1, or leave the scheduler out":
    "给它两个不同的水平，或不等于 1 的系数，或去掉这个调度器",
  "end below the start: compare the floor with the rate that the decay begins from":
    "让终点低于起点：比较下限与衰减开始时的学习率",
  "begin the warm-up below the rate that it leads to": "让热身从低于其终点的学习率开始",
  "count {} in what the scheduler's step() counts: epochs or updates, and not the other":
    "{0*} 的计数要与调度器的 step() 相同：按轮或按更新，不可混用",
  "count the optimizer's updates in {}: not the batches of each process": "{0*} 要按优化器的更新计数，而不是各进程的批",
  "give the scheduler the same rate as the optimizer, or set the optimizer's":
    "让调度器与优化器的学习率相同，或设置优化器的学习率",
  "let it take the rest of the run, or make the run longer": "让它用完运行的剩余部分，或延长运行",
  "let it take the rest of the run, or make what is held after it a part of its own":
    "让它用完运行的剩余部分，或把其后保持不变的部分单独写成一段",
  "decay over the rest of the run, or to a floor above 0": "在运行的剩余部分上衰减，或衰减到大于 0 的下限",
  "start from a level above 0, or count updates from 1": "从大于 0 的水平开始，或从 1 开始计更新",

  "the warm-up's length": "热身的长度",
  "the schedule's length": "调度的长度",
  "the warm-up's total_iters and its milestone": "热身的 total_iters 及其里程碑",
  "the end of the warm-up in param_scheduler": "param_scheduler 中热身的 end",
  "the runner's max_epochs or max_iters": "runner 的 max_epochs 或 max_iters",
  "the epochs of the fit": "fit 的轮数",
  "the scheduler's lengths": "调度器的 lengths",
  "T_max, total_steps or total_iters": "T_max、total_steps 或 total_iters",
  "T_max or end in param_scheduler": "param_scheduler 中的 T_max 或 end",
  "warmup_steps or warmup_ratio": "warmup_steps 或 warmup_ratio",
  "max_steps or num_training_steps": "max_steps 或 num_training_steps",
  "max_steps or num_epochs": "max_steps 或 num_epochs",
  "SOLVER.STEPS and SOLVER.MAX_ITER": "SOLVER.STEPS 和 SOLVER.MAX_ITER",
  "decay_steps or transition_steps": "decay_steps 或 transition_steps",
  "total-num-update or max-update": "total-num-update 或 max-update",
  "lr-decay-iters or train-iters": "lr-decay-iters 或 train-iters",
};
