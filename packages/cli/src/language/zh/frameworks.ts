import type { Catalogue } from "../translator.ts";

/** Libraries of schedules: timm, fairseq, fvcore, Ignite, Keras, MXNet, optax, pytorch-warmup, fastai. */
export const frameworks: Catalogue = {
  "lr is {#}: lr_base {#} by the global batch size {#}, {#}": "lr 为 {0}：lr_base {1} 按全局批大小 {2} 缩放（{3}）",
  "how many processes train: lr_base is by the global batch size": "训练的进程数：lr_base 按全局批大小缩放",
  "from 1 to the {#} after the warm-up": "1 到热身之后的 {0} 之间",
  "True for plateau": "使用 plateau 时为 True",
  "below ub ({#})": "小于 ub（{0}）",
  "the curve has gone on during the warm-up, so that the rate jumps to it at {#} (warmup_prefix)":
    "热身期间曲线一直在走，因此学习率在 {0} 处跳到曲线上（warmup_prefix）",
  "metrics count from epoch {#} on": "指标从第 {0} 轮开始计入",
  "timm adds its noise last; here a plateau's bounds see it":
    "timm 最后才加噪声；这里 plateau 的界限会作用于噪声之后的值",
  "timm counts milestones from 1: the one at {#} acts one before": "timm 的里程碑从 1 数起：{0} 处的那个提前一步生效",
  "layer_decay: each layer's rate is this by its lr_scale": "layer_decay：每层的学习率等于它乘以该层的 lr_scale",
  "at most t_initial ({#})": "不超过 t_initial（{0}）",
  "a number above 0, or a warm-up": "大于 0 的数，或设置热身",

  "--max-lr with cosine is of fairseq before 0.10: it is the highest rate, and --lr the lowest.":
    "与 cosine 同用的 --max-lr 属于 fairseq 0.10 之前：它是最高学习率，--lr 是最低学习率。",
  "more than the lowest rate ({#})": "大于最低学习率（{0}）",
  "a period above 0, or --max-update": "大于 0 的周期，或 --max-update",
  "The run is longer than its first period: each later one starts at {#} of the one before (--lr-shrink).":
    "运行比第一个周期长：之后每个周期都从前一个的 {0} 倍开始（--lr-shrink）。",
  "a number above 0, since fairseq divides by it": "大于 0 的数，因为 fairseq 以它为除数",
  "The text has no --warmup-updates; inverse_sqrt's default is 4000.":
    "文本中没有 --warmup-updates；inverse_sqrt 的默认值是 4000。",
  "a dictionary such as {'1-5': 0.1, '6': 0.01}": "形如 {'1-5': 0.1, '6': 0.01} 的字典",
  "a number above 0, or --max-update": "大于 0 的数，或 --max-update",
  "From epoch {#} on fairseq's force_anneal applies the decay to its own result; read without it.":
    "从第 {0} 轮起，fairseq 的 force_anneal 会对自己的结果反复衰减；读取时不计它。",
  "{}, which leaves the rates to the optimizer": "{0}，它把学习率留给优化器",
  "Metrics count from the first epoch that ends after the warm-up.": "指标从热身之后结束的第一轮开始计入。",
  "a rate, or several with commas": "一个学习率，或用逗号分隔的多个",
  "one rate; only --lr-scheduler fixed takes several": "一个学习率；只有 --lr-scheduler fixed 接受多个",
  "The text has no --lr; fairseq's default is 0.25.": "文本中没有 --lr；fairseq 的默认值是 0.25。",
  "the schedule changes at epochs": "调度按轮变化",
  "more than --min-lr ({#})": "大于 --min-lr（{0}）",
  "three numbers": "三个数",
  "numbers that add up to exactly 1": "总和恰好为 1 的数",
  "a number above 0 with --phase-ratio": "使用 --phase-ratio 时为大于 0 的数",
  "--phase-ratio counts, and the steps beside it do not.": "--phase-ratio 有效，与它并列的步数无效。",
  "stages, or --phase-ratio": "各阶段，或 --phase-ratio",
  "more than --lr ({#})": "大于 --lr（{0}）",

  "a share from 0 to 1": "0 到 1 之间的比例",
  "moms are the learner's own: (0.95, 0.85, 0.95), unless it was made with others.":
    "moms 取 learner 自己的：(0.95, 0.85, 0.95)，除非创建时另有指定。",
  "fine_tune fits twice: frozen with another pct_start (0.99) and div (25), then all of it.":
    "fine_tune 训练两次：先冻结，用另外的 pct_start（0.99）和 div（25），再训练全部。",
  "a schedule of lr": "lr 的调度",
  "how many param groups the learner has, over which the slice is spread": "learner 的参数组数，slice 在其中展开",
  "the learner's own rate": "learner 自己的学习率",

  "shares that add up to 1": "总和为 1 的比例",
  "{#} lengths and interval_scaling": "lengths 和 interval_scaling 各 {0} 项",
  "num_updates or milestones": "num_updates 或 milestones",
  "{#} milestones": "{0} 个里程碑",
  "above the one before and below {#}": "大于前一个且小于 {0}",
  "fvcore adds 1e-6 to the share of the run: changes come early in runs this long.":
    "fvcore 给运行的进度加上 1e-6：运行这么长时，变化会提前。",
  "at least one value": "至少一个值",

  "0 without monotonic": "不用 monotonic 时为 0",
  "schedulers of Ignite's own": "Ignite 自己的调度器",
  "two or more": "两个或更多",
  "one less than schedulers ({#})": "比 schedulers（{0}）少一个",
  "all of {}": "全部 {0}",
  "The plan has {#} cycles, {#} events, which are all that are listed.":
    "计划有 {0} 个周期、{1} 个事件，即列出的全部。",
  "The plan has {#} cycles, {#} events, after which one of no length comes, that Ignite cannot do.":
    "计划有 {0} 个周期、{1} 个事件；其后的周期长度为零，Ignite 无法执行。",
  "which are all that are listed": "即列出的全部",
  "after which one of no length comes, that Ignite cannot do": "其后的周期长度为零，Ignite 无法执行",
  "no call": "不是调用",
  "a scheduler of PyTorch's that can be read": "可以读取的 PyTorch 调度器",
  "pairs of a whole event and a value, the events in order": "事件（整数）与数值组成的对，事件按顺序排列",
  "Ignite loses min_lr where no param_group_index is given: it cuts down to 0.":
    "没有给出 param_group_index 时，Ignite 会丢掉 min_lr：一直降到 0。",
  "the optimizer's rate, which the warm-up goes to": "优化器的学习率，即热身的终点",
  "a scheduler of Ignite's or PyTorch's": "Ignite 或 PyTorch 的调度器",
  "the optimizer's rate, which tells whether the warm-up ends where the scheduler begins":
    "优化器的学习率，用来判断热身的终点是否就是调度器的起点",
  "From event {#} on Ignite goes on from the warm-up's end in all groups; this plan goes on from each group's own rate.":
    "从第 {0} 个事件起，Ignite 让所有参数组都从热身的终点继续；本计划则从各组自己的学习率继续。",

  "Keras ignores warmup_steps without warmup_target.": "没有 warmup_target 时，Keras 忽略 warmup_steps。",
  "decay_steps counts from the end of the warm-up.": "decay_steps 从热身结束时算起。",
  "Keras finds the cycle through a float32 logarithm, which can miss a restart; here it is exact.":
    "Keras 用 float32 对数计算周期，可能错过重启；这里是精确的。",
  "{} is the float32 of {}; it is taken as it is written.": "{0} 是 {1} 的 float32 值；这里按写出的数取用。",
  "Each epoch multiplies the rate that the last one left, the first the optimizer's own.":
    "每一轮都在上一轮留下的学习率上相乘，第一轮则是优化器自身的学习率。",
  "a schedule of keras.optimizers.schedules": "keras.optimizers.schedules 中的调度",
  "at least one boundary": "至少一个边界",
  "{#} values": "{0} 个值",
  "Keras changes the value one step after its boundary: step > boundary, not step >= boundary.":
    "Keras 在边界之后一步才改变数值：step > boundary，而不是 step >= boundary。",
  'mode "auto" asks the metric itself; by the name {} it is "{#}".':
    'mode "auto" 由指标自己决定；按名字 {0}，它是 "{1}"。',
  "The patience-th bad epoch in a row already cuts, and cooldown N ignores N - 1 epochs.":
    "连续第 patience 个变差的轮就会降低，cooldown 为 N 时忽略 N - 1 轮。",
  "The schedule's own steps count from the end of the warm-up.": "调度自己的步数从热身结束时算起。",

  "whole numbers from 1, each above the one before": "从 1 起、逐个增大的整数",
  "base_lr is set after the construction, which has taken it already: that changes nothing":
    "base_lr 在构造之后才设置，而构造时已经取用：这不改变任何结果",
  "what the warm-up climbs to ({#})": "热身所升到的值（{0}）",
  "{#}, set after it": "{0}，在其后设置",
  "detectron2 multiplies the optimizer's rate by what it gives": "detectron2 用它给出的值乘以优化器的学习率",
  "at most base_lr ({#})": "不超过 base_lr（{0}）",
  "MXNet's optimizers count updates from 1: the first one already has the scheduler's second value. What calls the scheduler with a number from 0 is one update behind.":
    "MXNet 的优化器从 1 数更新：首次更新用的已是调度器的第二个值。用从 0 开始的数调用调度器，会晚一次更新。",

  "a number above warmup_steps ({#})": "大于 warmup_steps（{0}）的数",
  "decay_steps counts the warm-up as well: the cosine has the steps that are left.":
    "decay_steps 包含热身：余弦只用剩下的步数。",
  "at least one cycle": "至少一个周期",
  "transition_steps and transition_begin count from the end of the warm-up.":
    "transition_steps 和 transition_begin 从热身结束时算起。",
  "at least one schedule": "至少一个调度",
  "{#} schedules and {#} boundaries": "{0} 个调度和 {1} 个边界",
  "join_schedules pairs them up and leaves out what is over: of {#}, {#} schedules.":
    "join_schedules 将两者配对，舍去多余的部分：{0}，只用 {1} 个调度。",
  "join_schedules pairs them up and leaves out what is over: of {}, {#} schedules.":
    "join_schedules 将两者配对，舍去多余的部分：{0*}，只用 {1} 个调度。",
  "a scale from 0": "不小于 0 的倍率",
  "rtol or atol above 0": "rtol 或 atol 大于 0",
  "The patience-th bad value in a row already cuts.": "连续第 patience 个变差的值就会降低。",

  "the second of the optimizer's betas, by which the warm-up is as long as it is":
    "优化器 betas 中的第二个，热身的长度由它决定",
  "{} multiplies what {} makes": "{0} 乘在 {1} 给出的学习率上",
  "The warm-up multiplies whatever rate another scheduler makes; this is its part alone.":
    "热身乘在另一个调度器给出的学习率上；这里只是它自己的部分。",
  "{} begins with Keras's own rate, {}": "{0} 从 Keras 自己的学习率 {1} 开始",
  "{#}.__call__ is read as a function of the count of updates": "{0}.__call__ 按更新次数的函数读取",
  "{} is {} since timm 0.5, which refuses the old name": "自 timm 0.5 起 {0} 改称 {1}，旧名被拒绝",
};
