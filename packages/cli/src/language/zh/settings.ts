import type { Catalogue } from "../translator.ts";

/** Frameworks that are set up by files or flags: axolotl, Composer, DeepSpeed, detectron2, Megatron-LM, MMCV, MMEngine, torchtitan. */
export const settings: Catalogue = {
  "{} is the script's own: it is taken for {}": "{0} 是脚本自己的选项：按 {1} 读取",
  "the base config file {}": "基础配置文件 {0}",
  "the base config files {}": "基础配置文件 {0}",
  "{}: the schedule is there, and is read with this text after it": "{0*}：调度在那里，读取时本文本接在其后",
  "a schedule that has a plan": "能写成计划的调度",
  "none: such restarts have no plan": "不设置：这种重启没有对应的计划",
  "none beside {#}": "与 {0} 同用时不设置",
  "updates above 0": "大于 0 的更新次数",
  "axolotl takes lr_quadratic_warmup, and cosine_min_lr_ratio does not count":
    "axolotl 采用 lr_quadratic_warmup，cosine_min_lr_ratio 无效",
  "past the warm-up ({#} updates)": "在热身（{0} 次更新）之后",
  "where the data has fewer updates than max_steps, axolotl's warm-up is a share of those":
    "数据的更新次数少于 max_steps 时，axolotl 的热身按前者的比例计算",
  "the updates of packed samples depend on the data": "样本打包后的更新次数取决于数据",
  "the samples of the training set, for the updates of {#} epochs (or num_training_steps in place of both)":
    "训练集的样本数，用于计算 {0} 轮的更新次数（也可用 num_training_steps 代替两者）",
  "how many processes train, for the updates of {#} epochs (or num_training_steps in place of both)":
    "训练的进程数，用于计算 {0} 轮的更新次数（也可用 num_training_steps 代替两者）",
  "for the updates of {#} epochs (or num_training_steps in place of both)":
    "用于计算 {0} 轮的更新次数（也可用 num_training_steps 代替两者）",
  "the samples of the training set, {}": "训练集的样本数，{0*}",
  "how many processes train, {}": "训练的进程数，{0*}",
  "axolotl warms up for {#} updates where nothing is written: 3 %, at most 100":
    "未作设置时，axolotl 热身 {0} 次更新：即 3 %，最多 100 次",
  "axolotl makes 2 updates of a warm-up of 1": "axolotl 会把 1 次更新的热身变成 2 次",

  "Each of several schedulers sets the rate anew, so that only the last one counts.":
    "多个调度器各自重新设置学习率，因此只有最后一个有效。",
  "With step_schedulers_every_batch false the rate is held through each epoch; this plan is not.":
    "step_schedulers_every_batch 为 false 时，学习率在每轮之内保持不变；本计划并非如此。",
  "one of Composer's schedulers": "Composer 的调度器之一",
  "at least alpha_f_cooldown ({#})": "不小于 alpha_f_cooldown（{0}）",
  "times in the unit of max_duration": "与 max_duration 单位相同的时间",
  "a number by which cycles neither vanish nor are more than 9999": "使周期既不消失也不超过 9999 个的数",
  "a time in the unit of t_max, {#}": "与 t_max 单位（{0}）相同的时间",
  "a time of at least max_duration": "不短于 max_duration 的时间",
  "batches in an epoch": "每轮的批数",
  "samples in a batch": "每批的样本数",
  "tokens in a batch": "每批的 token 数",
  "a time that scale_schedule_ratio leaves above 0": "经 scale_schedule_ratio 缩放后仍大于 0 的时间",
  "a time above 0": "大于 0 的时间",
  'a time in whole epochs, batches, samples or tokens, or a share such as "0.5dur"':
    '以整数个轮、批、样本或 token 计的时间，或形如 "0.5dur" 的比例',
  'a time such as "10ep" or "4800ba"': '形如 "10ep" 或 "4800ba" 的时间',

  'warmup_type {} is none of DeepSpeed\'s: it takes "log"': 'warmup_type {0} 不是 DeepSpeed 的取值：它会采用 "log"',
  "a class of torch.optim.lr_scheduler": "torch.optim.lr_scheduler 中的类",
  '"auto" is the Trainer\'s': '"auto" 由 Trainer 决定',
  "OneCycle cycles the first of betas (beta1) where the optimizer has them":
    "优化器有 betas 时，OneCycle 循环改变其中第一个（beta1）",
  "OneCycle cycles no momentum: the optimizer has no betas": "OneCycle 不改变动量：优化器没有 betas",
  "DeepSpeed has the first rate for two updates, so that all others are one update late":
    "DeepSpeed 的首个学习率用于两次更新，因此其余的都晚一次更新",
  "DeepSpeed trains its first update at 0, so that all rates are one update late":
    "DeepSpeed 的首次更新学习率为 0，因此所有学习率都晚一次更新",

  "Biases are in groups with {#} times this rate (SOLVER.BIAS_LR_FACTOR).":
    "偏置所在的参数组使用此学习率的 {0} 倍（SOLVER.BIAS_LR_FACTOR）。",
  "numbers in increasing order": "递增的数",
  "it may be set in a file that is not read": "它可能在未读取的文件中设置",
  "What other files set is not read: settings that are not here have their defaults.":
    "不读取其他文件中的设置：此处没有的设置取默认值。",
  "SOLVER.REFERENCE_WORLD_SIZE is set: how many devices train": "设置了 SOLVER.REFERENCE_WORLD_SIZE：训练的设备数",
  "SOLVER is scaled from {#} to {#} devices, as detectron2's trainer does.":
    "SOLVER 从 {0} 个设备缩放到 {1} 个设备，与 detectron2 的训练器一致。",
  "SOLVER.WARMUP_ITERS ({#}) is cut to SOLVER.MAX_ITER ({#}).":
    "SOLVER.WARMUP_ITERS（{0}）截短为 SOLVER.MAX_ITER（{1}）。",
  "a number from 0 to BASE_LR": "0 到 BASE_LR 之间的数",
  "numbers from 1 to below MAX_ITER ({#}), each above the one before": "从 1 起、小于 MAX_ITER（{0}）且逐个增大的数",
  "a number below MAX_ITER ({#})": "小于 MAX_ITER（{0}）的数",

  "at most --lr ({#})": "不超过 --lr（{0}）",
  "a length above 0": "大于 0 的长度",
  "a warm-up shorter than the length over which the rate falls": "比学习率下降的长度更短的热身",
  "the schedule counts samples": "调度按样本计数",
  "Iterations of the schedule count as whole global batches, also while the batch size is ramped up.":
    "即使在批大小逐步增大期间，调度的每次迭代也按一整个全局批计数。",
  "a start, an increment and samples": "起始值、增量和样本数",
  "a start below the global batch size ({#})": "小于全局批大小（{0}）的起始值",
  "batch sizes are rounded down to what the processes share": "批大小向下取整到各进程可以平分的值",
  "batch sizes that are multiples of {#}": "为 {0} 的倍数的批大小",
  "none in a run that counts samples": "按样本计数的运行不设置",
  "none in a run that counts iterations": "按迭代计数的运行不设置",
  "the length of the run, over which the rate falls": "运行的长度，学习率在其间下降",
  "--lr-warmup-fraction is a share of the length over which the rate falls, not of the run.":
    "--lr-warmup-fraction 是学习率下降长度的比例，而不是运行的比例。",
  "a length, with WSD": "使用 WSD 时的长度",
  "a number from {#} ({#})": "不小于 {0}（{1}）的数",
  "Its steps are what step(increment) adds up: in Megatron's own training, samples.":
    "它的步数是 step(increment) 的累加：在 Megatron 自己的训练中即样本数。",
  "a schedule without this option": "不带此选项的调度",
  "a number, since weight decay changes": "数，因为权重衰减会改变",
  "none with a constant one": "权重衰减恒定时不设置",
  "the length of the run, over which weight decay grows": "运行的长度，权重衰减在其间增长",

  "a number above 0, at most 1": "大于 0 且不超过 1 的数",
  "What the files of _base_ set is not in this text, and is not read.": "_base_ 文件中的设置不在此文本中，未读取。",
  "false with this policy": "使用此 policy 时为 false",
  "With by_epoch=True, the default, an iteration-based runner never sets a rate: it stays.":
    "by_epoch=True（默认）时，按迭代的 runner 从不设置学习率：学习率保持不变。",
  "{#}: its end": "{0}：它的终点",
  "its end": "它的终点",
  "updates in an epoch, for its end": "每轮的更新次数，用来确定它的终点",
  "at most {#} epochs beside a warm-up": "与热身同用时不超过 {0} 轮",
  "how many epochs there are beside a warm-up in updates": "热身按更新计数时的总轮数",
  "a whole number above 0 with warmup": "使用 warmup 时为大于 0 的整数",
  "false in an iteration-based runner": "在按迭代的 runner 中为 false",
  "a number or two": "一个或两个数",
  "at least {#}, the length of training": "不小于 {0}，即训练的长度",
  "either min_lr or min_lr_ratio": "min_lr 与 min_lr_ratio 只给其一",
  "as many as periods ({#})": "与 periods 一样多（{0}）",
  "numbers of {#}, the length of training, together": "总和为 {0}（训练的长度）的数",

  "A step is an iteration; an update is made after every {#} of them.": "一步是一次迭代；每 {0} 次迭代才更新一次。",
  "A scheduler with by_epoch=True, the default, does not step in an iteration-based loop: it stays at its first value.":
    "by_epoch=True（默认）的调度器在按迭代的循环中不前进：一直停在初值。",
  "some schedulers count epochs, and others updates": "一些调度器按轮计数，另一些按更新计数",
  "at most {#} where others count updates": "其他调度器按更新计数时不超过 {0}",
  "updates in an epoch: some schedulers count epochs, and others updates":
    "每轮的更新次数：一些调度器按轮计数，另一些按更新计数",
  "the base config file {}: the schedule is there, and is read with this text after it":
    "基础配置文件 {0}：调度在其中，请把它与此文本接在一起读取",
  "the base config files {}: the schedule is there, and is read with this text after it":
    "基础配置文件 {0}：调度在其中，请把它们与此文本接在一起读取",
  "either eta_min or eta_min_ratio": "eta_min 与 eta_min_ratio 只给其一",
  "whole numbers above 0": "大于 0 的整数",
  "at least end - begin": "不小于 end - begin",
  "schedulers of {#} that act one after the other, where one goes to a floor or overwrites":
    "{0} 的调度器依次起作用（其中有的会降到下限或覆盖学习率）",
  "some that act at once, which is a recurrence and no plan": "同时起作用的调度器，这是递推，不能写成计划",
  "a scheduler that is not in the text": "不在文本中的调度器",
  "a dictionary with a type": "含 type 的字典",
  "{} is not MMEngine's own, and by its name moves neither a rate nor a momentum; it is not read.":
    "{0} 不是 MMEngine 自己的，从名字看既不改变学习率也不改变动量；未读取。",
  "one of {}, or theirs for Momentum and Param": "{0} 之一，或对应的 Momentum 和 Param 版本",
  "updates in an epoch, for convert_to_iter_based": "每轮的更新次数，供 convert_to_iter_based 使用",
  "its end, where it has none of its own": "它的终点（它自己没有给出）",
  "updates in an epoch, for its end, which is that of training": "每轮的更新次数，用来确定它的终点，即训练的终点",
  "{#} is at end_factor in its last step, end - 1: one step before PyTorch's LinearLR of that length.":
    "{0} 在最后一步（end - 1）到达 end_factor：比同样长度的 PyTorch LinearLR 早一步。",
  "{#} stops one step before its floor, which only step end would be at.":
    "{0} 停在下限的前一步，到第 end 步才会到下限。",
  "{#} counts its milestones from begin ({#}), not from the start of training.":
    "{0} 的里程碑从 begin（{1}）算起，而不是从训练开始。",
  "paramwise_cfg gives some groups a multiple of this rate; plans in multiples of it serve each of them.":
    "paramwise_cfg 让一些参数组使用此学习率的倍数；以倍数表示的计划对每组都适用。",
  "auto_scale_lr is enabled: samples of an iteration on one device": "启用了 auto_scale_lr：单个设备每次迭代的样本数",
  "auto_scale_lr is enabled: how many devices train": "启用了 auto_scale_lr：训练的设备数",
  "the end of training": "训练的终点",
  "{#} takes the metric {} after each validation: no plan says its rate.":
    "{0} 在每次验证后使用指标 {1}：没有计划能说出它的学习率。",
  "a number above begin ({#})": "大于 begin（{0}）的数",
  "whole numbers for begin and end": "begin 和 end 为整数",
  "-1, since a resumed scheduler goes on from rates that are not in the text":
    "-1，因为恢复的调度器会从文本中没有的学习率继续",
  "true with convert_to_iter_based": "使用 convert_to_iter_based 时为 true",
  "whole numbers": "整数",
  "a number above 0, which is divided by at the end": "大于 0 的数，它在终点作除数",
  "a number above 0, which is divided by": "大于 0 的数，它作除数",
  "the end of the warm-up": "热身的终点",

  "Read as torchtitan until March 2025 did: its curve was another one then.":
    "按 2025 年 3 月之前的 torchtitan 读取：那时的曲线不同。",
  "What the flags do not set has torchtitan's defaults here; a configuration they are added to may set it.":
    "选项没有设置的，这里取 torchtitan 的默认值；与之配合的配置文件可能另有设置。",
  "Until June 2025 the warm-up was (t + 1) / (warmup_steps + 1), and the decay longer by a step; read as since.":
    "2025 年 6 月之前，热身为 (t + 1) / (warmup_steps + 1)，衰减长一步；这里按此后的版本读取。",
  "The warm-up is cut to the run's {#} steps.": "热身截短为运行的 {0} 步。",
  "The decay is cut to the {#} steps that are left after the warm-up.": "衰减截短为热身之后剩下的 {0} 步。",
  "at most the updates ({#})": "不超过更新次数（{0}）",
  "GPT-NeoX's own settings, which have no such one": "GPT-NeoX 自己的设置，其中没有这一项",
  "an optimizer whose schedule is GPT-NeoX's own": "由 GPT-NeoX 自己调度的优化器",
  "false: the groups' rates are divided by widths that the settings do not have":
    "false：各组的学习率会除以设置中没有的宽度",
  "a rate from 0 to the optimizer's ({})": "从 0 到优化器学习率（{0}）之间的学习率",
  "a share of the horizon from 0 to below 1": "从 0 到小于 1 的占比（相对于衰减长度）",
  "lr_decay_fraction does nothing beside lr_decay_iters": "有 lr_decay_iters 时，lr_decay_fraction 不起作用",
  "GPT-NeoX's cosine rises again after update {}, where its horizon ends":
    "GPT-NeoX 的余弦在第 {0} 次更新（其衰减长度的终点）之后会重新上升",
  "tokens and a batch size in each entry": "每项为 token 数与批量大小",
  "a first entry from 0 on": "从 0 起的第一项",
  "entries from different samples on": "起点样本数各不相同的项",
  "batch sizes above 0": "大于 0 的批量大小",
  "none with --decrease-batch-size-if-needed": "不与 --decrease-batch-size-if-needed 同用",
  "--rampup-batch-size does not count beside --step-batch-size-schedule.":
    "有 --step-batch-size-schedule 时 --rampup-batch-size 不起作用。",
  "the batch size changes from so many tokens on": "批量大小从某个 token 数起改变",
  "an iteration of the schedule counts the samples of one micro batch of each process":
    "调度的一次迭代按每个进程一个微批的样本数计",
  "Iterations of the schedule count as {#} samples each, whatever the batch size is.":
    "无论批量多大，调度的每次迭代都按 {0} 个样本计。",
};
