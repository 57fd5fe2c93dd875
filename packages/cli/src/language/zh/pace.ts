import type { Catalogue } from "../translator.ts";

/** How far and how often a schedule went beside its run, and by what total, as `audit` tells it. */
export const pace: Catalogue = {
  "about {}": "约 {0*}",

  "agrees to rounding": "符合：仅有舍入误差",
  "agrees after a convention: {}; {}": "仅约定不同，其余一致：{0*}；{1*}",
  ...within(
    "agrees after a convention: {}; {}",
    "from the log alone it cannot be told whether training was shifted too",
    "仅记录约定不同，其余一致：{0*}；仅凭日志无法断定训练本身是否也错开；{1*}",
  ),
  ...within(
    "agrees after a convention: {}; {}",
    "were they updates, the schedule would be stepped with every {#}th",
    "仅记录约定不同，其余一致：{0*}；若按更新计，则每 {1} 次更新调度才前进一步；{2*}",
  ),
  "from the log alone it cannot be told whether training was shifted too": "仅凭日志无法断定训练本身是否也错开",
  "were they updates, the schedule would be stepped with every {#}th": "若按更新计，则每 {0} 次更新调度才前进一步",
  "the log counts micro-batches, {#} of them an update: it goes on to {} of {#}":
    "日志按微批计数，每 {0} 个合成一次更新：它一直记到 {1*}，而总数为 {2}",
  "nothing where it is so; a log of the optimizer's updates needs none of this":
    "若确实如此则无需修正；按优化器的更新记录就没有这个问题",
  "every row is 1 epoch ahead of the plan: the label of a row can be one off, as where it is logged after the scheduler's step":
    "每一行都比计划快 1 轮：行的轮号可能差一，例如在调度器的 step() 之后记录",
  "every row is 1 epoch behind the plan: the label of a row can be one off, as where it is counted from 1, or logged before the step":
    "每一行都比计划慢 1 轮：行的轮号可能差一，例如从 1 数起，或在 step() 之前记录",
  "every row is 1 epoch behind the plan: the label of a row can be one off, as where it is logged before the step":
    "每一行都比计划慢 1 轮：行的轮号可能差一，例如在 step() 之前记录",
  "every row is {} ahead of the plan, as where a rate is logged after the scheduler's step":
    "每一行都比计划快 {0*}，例如学习率在调度器的 step() 之后记录",
  "every row is {} ahead of the plan, as where a rate is counted from 1, or logged before the step":
    "每一行都比计划快 {0*}，例如学习率从 1 数起，或在 step() 之前记录",
  "every row is {} behind the plan, as where a rate is logged after the scheduler's step":
    "每一行都比计划慢 {0*}，例如学习率在调度器的 step() 之后记录",
  "every row is {} behind the plan, as where a rate is counted from 1, or logged before the step":
    "每一行都比计划慢 {0*}，例如学习率从 1 数起，或在 step() 之前记录",

  "the schedule went {#} steps with each update, as many as it has micro-batches":
    "每次更新，调度前进了 {0} 步，恰为每次更新的微批数",
  "the schedule went {#} steps with each epoch, as many as it has micro-batches":
    "每轮，调度前进了 {0} 步，恰为每次更新的微批数",
  "the schedule went {#} steps with each update, as many as there are processes":
    "每次更新，调度前进了 {0} 步，恰为进程数",
  "the schedule went {#} steps with each epoch, as many as there are processes": "每轮，调度前进了 {0} 步，恰为进程数",
  "the schedule went {#} steps with each update, as many as processes times micro-batches":
    "每次更新，调度前进了 {0} 步，恰为进程数乘以微批数",
  "the schedule went {#} steps with each epoch, as many as processes times micro-batches":
    "每轮，调度前进了 {0} 步，恰为进程数乘以微批数",
  "the schedule went {#} steps with each update, twice as many as processes":
    "每次更新，调度前进了 {0} 步，恰为进程数的两倍",
  "the schedule went {#} steps with each update, twice as many as micro-batches":
    "每次更新，调度前进了 {0} 步，恰为微批数的两倍",
  "the schedule went {#} steps with each epoch, twice as many as processes":
    "每轮，调度前进了 {0} 步，恰为进程数的两倍",
  "the schedule went {#} steps with each epoch, twice as many as micro-batches":
    "每轮，调度前进了 {0} 步，恰为微批数的两倍",
  "the schedule went {#} steps with each update": "每次更新，调度前进了 {0} 步",
  "the schedule went {#} steps with each epoch": "每轮，调度前进了 {0} 步",
  "the schedule went two steps with each update": "每次更新，调度前进了两步",
  "the schedule went two steps with each epoch": "每轮，调度前进了两步",
  "the schedule went a step with each update and one more with each epoch": "每次更新调度前进一步，每轮又多前进一步",
  "the schedule went a step with each update and one more with each epoch: {#} in an epoch":
    "每次更新调度前进一步，每轮又多前进一步：一轮共 {0} 步",

  "from the beginning the schedule is {} ahead of the run": "从一开始，调度就比运行快 {0*}",
  "from the beginning the schedule is {} behind the run": "从一开始，调度就比运行慢 {0*}",
  "from {} on the schedule is {} ahead of the run": "从 {0*} 起，调度比运行快 {1*}",
  "from {} on the schedule is {} behind the run": "从 {0*} 起，调度比运行慢 {1*}",

  "the schedule's times are {#} times as long as the plan's": "调度的各段时间都是计划的 {0} 倍",
  "up to {} the schedule's times are {#} times as long as the plan's": "在 {0*} 之前，调度的各段时间都是计划的 {1} 倍",
  "from {} on the schedule's times are {#} times as long as the plan's": "从 {0*} 起，调度的各段时间都是计划的 {1} 倍",
  "the schedule was made for {} instead of the plan's {}": "调度是按 {0*} 制定的，而计划是 {1*}",
  "up to {} the schedule is that of {} instead of the plan's {}": "在 {0*} 之前，调度是按 {1*} 的，而计划是 {2*}",
  "from {} on the schedule is that of {} instead of the plan's {}": "从 {0*} 起，调度是按 {1*} 的，而计划是 {2*}",
  "the warm-up takes {} instead of {}": "热身用了 {0*}，而不是 {1*}",
  "the rates are multiplied by a second warm-up of {} from {} on": "从 {1*} 起，学习率又乘了一段 {0*} 的热身",
  "a warm-up of {} comes before the plan, which has its own": "计划自身已有热身，之前又多了一段 {0*} 的热身",
  "the log has no steps: a row is taken for {}": "日志没有步数：一行按 {0*} 计",
};

/** A sentence whose first value has another sentence after it, which would be taken for the next value. */
function within(english: string, more: string, other: string): Catalogue {
  return { [english.replace("; ", `; ${more}; `)]: other };
}
