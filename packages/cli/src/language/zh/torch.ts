import type { Catalogue } from "../translator.ts";

/** PyTorch's own schedulers, and those of Transformers and of Diffusers. */
export const torch: Catalogue = {
  "{#} groups": "{0} 个参数组",
  "{#} cycles momentum, or the first of betas (beta1) where the optimizer has them":
    "{0} 会循环改变动量；优化器有 betas 时，改变其中第一个（beta1）",
  "{#} is {#}: the plan is that of the whole training, from epoch 0": "{0} 为 {1}：计划是从第 0 轮起的整个训练的计划",
  "SequentialLR's own last_epoch={#} leaves its schedulers at their beginnings: only its milestones come {#} sooner":
    "SequentialLR 自己的 last_epoch={0} 不改变其中各调度器的起点：只是它的里程碑提前 {1} 步",
  "-1, or less than {#}: past it no part begins": "-1，或小于 {0}：此后不会开始任何一段",
  "last_epoch={#}: step 0 of the plan is epoch {#}. PyTorch then takes the base rate from the groups' initial_lr, and leaves the rate that is in force until the first step()":
    "last_epoch={0}：计划的第 0 步是第 {1} 轮。这时 PyTorch 从各组的 initial_lr 取基础学习率，并在首次 step() 之前保持当前学习率不变",
  "{#} was measured for {#} steps only: the text has too many": "{0} 只核对了 {1} 步：文本中的调度太多",
  "ReduceLROnPlateau is a controller: it takes a metric at every step, and no plan says its rate":
    "ReduceLROnPlateau 是控制器：每一步都需要一个指标，没有计划能说出它的学习率",
  "a part that PyTorch can enter": "PyTorch 可以进入的部分",
  "a SequentialLR in a SequentialLR": "SequentialLR 中的 SequentialLR",
  "a ChainedScheduler in a SequentialLR": "SequentialLR 中的 ChainedScheduler",
  "CosineAnnealingLR rises again after step {#}, where its T_max ends":
    "CosineAnnealingLR 在第 {0} 步（T_max 结束处）之后会再次上升",
  "False, or an optimizer with momentum or betas": "False，或带有 momentum 或 betas 的优化器",
  "step() never comes to milestones below 0 or between two epochs": "step() 到不了小于 0 或落在两轮之间的里程碑",
  "a whole number above 0, or epochs and steps_per_epoch": "大于 0 的整数，或同时给出 epochs 和 steps_per_epoch",
  "OneCycleLR has {#} steps: PyTorch's last legal step(), number {#}, leaves the curve, and the next one throws; the plan holds its last rate":
    "OneCycleLR 有 {0} 步：PyTorch 最后一次合法的 step()（第 {1} 次）会离开曲线，再下一次则抛出异常；计划保持最后的学习率",
  "a pct_start of more than one step": "超过一步的 pct_start",
  "a phase without length": "长度为零的阶段",
  "one or more": "一个或多个",
  "an empty list": "空列表",
  "schedulers of PyTorch's without a metric": "不需要指标的 PyTorch 调度器",
  "parts that start at epoch 0": "从第 0 轮开始的各部分",
  "{#} with last_epoch": "带 last_epoch 的 {0}",
  "whole numbers from 0, in their order": "从 0 起递增的整数",
  "an unknown scheduler": "未知的调度器",
  "a function is not saved in a state_dict()": "state_dict() 不保存函数",
  "The state is that after {#} calls of step()": "这是调用 {0} 次 step() 之后的状态",
  "{#} has no closed form: a table of how many calls of step()": "{0} 没有闭式表达：列表需要多少次 step()",
  "fewer steps of all tables together": "所有列表合计较少的步数",
  "the optimizer's rate, which the table of {#} is made for": "优化器的学习率，{0} 的列表按它计算",
  "{#} is a table of {#} steps of PyTorch's own arithmetic, since it has no closed form":
    "{0} 没有闭式表达，这里是按 PyTorch 自己的算法算出的 {1} 步列表",
  "rates from 0": "不小于 0 的学习率",
  "{#} step one after the other: each goes on from the rate that the one before it made":
    "{0} 依次前进：每一个都从前一个得到的学习率继续",
  "{} step one after the other: each goes on from the rate that the one before it made":
    "{0} 依次前进：每一个都从前一个得到的学习率继续",

  "is text, as numbers without a dot are in YAML 1.1: transformers' own readers fail on it; LLaMA-Factory and TRL read the number":
    "是文本（YAML 1.1 中不带小数点的数即如此）：transformers 自己的读取会失败；LLaMA-Factory 和 TRL 读作数",
  "{} is text, as numbers without a dot are in YAML 1.1: transformers' own readers fail on it; LLaMA-Factory and TRL read the number":
    "{0} 是文本（YAML 1.1 中不带小数点的数即如此）：transformers 自己的读取会失败；LLaMA-Factory 和 TRL 读作数",
  "a whole update after the warm-up": "热身之后至少一次更新",
  "after {#} steps the curve goes on: transformers does not hold its end":
    "{0} 步之后曲线仍会继续：transformers 不保持终值",
  "exactly one of the two": "两者恰好给出其一",
  "one of the two": "两者之一",
  both: "两者都有",
  neither: "两者都没有",
  "{#} is a share of the optimizer's own rate": "{0} 是优化器自身学习率的比例",
  "{#} is of groups at the optimizer's own rate; of others it is the same share":
    "{0} 针对使用优化器自身学习率的参数组；对其他组则取相同的比例",
  "{#} has no warm-up: num_warmup_steps is not used": "{0} 没有热身：不使用 num_warmup_steps",
  "a number, which {#} needs": "数，{0} 需要它",
  "below the optimizer's rate ({#})": "小于优化器的学习率（{0}）",
  "transformers divides by zero at update {#}": "transformers 在第 {0} 次更新时除以零",
  "transformers divides by zero at update {#}{}": "transformers 在第 {0} 次更新时除以零{1}",
  "a whole number, above 0 where it counts": "整数，起作用时应大于 0",
  "the updates of {#} epochs, in which each prompt is read several times": "{0} 轮的更新次数，其中每条提示会读取多次",
  "it is not in the state": "状态中没有它",
  "{#} rates were logged, from {#}": "记录了 {0} 个学习率，从 {1} 开始",
  "{#} rates were logged, from {}": "记录了 {0} 个学习率，从 {1*} 开始",
  "of {#} rates that were logged the furthest is {#} of the peak away": "记录的 {0} 个学习率中，偏离最大的差峰值的 {1}",
  "arguments by name after the first": "第一个之后的参数须按名字给出",
  "{}, for the updates of {#} epochs (or num_training_steps in place of both)":
    "{0*}，用于计算 {1} 轮的更新次数（也可用 num_training_steps 代替两者）",
  "{#} updates; transformers 4 counts {#}, without each epoch's rest":
    "{0} 次更新；transformers 4 计为 {1} 次，不含每轮的余数",
  "warmup_steps ({}) counts, and warmup_ratio ({}) does not": "warmup_steps（{0}）有效，warmup_ratio（{1}）无效",
  "warmup_steps below 1 is a share of the run since transformers 5; transformers 4 had no warm-up then":
    "从 transformers 5 起，小于 1 的 warmup_steps 是运行的比例；transformers 4 此时没有热身",
  "warmup_ratio is of transformers 4; 5 has a warmup_steps below 1 in its place":
    "warmup_ratio 属于 transformers 4；transformers 5 改用小于 1 的 warmup_steps",
  "num_training_steps and num_stable_steps: num_stable_steps is used":
    "同时给出了 num_training_steps 和 num_stable_steps：使用 num_stable_steps",
  "rates that follow from self.last_epoch, self.base_lrs and the rates in force":
    "由 self.last_epoch、self.base_lrs 和当前学习率决定的学习率",
  "{} is read as a function of self.last_epoch, self.base_lrs and the rate before":
    "{0} 按 self.last_epoch、self.base_lrs 和前一学习率的函数读取",
  "-1, since it leads on from a rate that is not known": "-1，因为它从未知的学习率继续",
  "a part whose rates are those of get_lr() from epoch 0 on": "从第 0 轮起学习率由 get_lr() 给出的一段",
  "one with a _get_closed_form_lr() of its own": "自带 _get_closed_form_lr() 的一段",
  "one with last_epoch": "带 last_epoch 的一段",
  "one by another group's rate": "由另一组的学习率决定的",
  "{} is read as a function of self.last_epoch and self.base_lrs": "{0} 按 self.last_epoch 和 self.base_lrs 的函数读取",
  "the text sets a group's rate itself, too: what comes of that is not read":
    "文本自己也设置了某个参数组的学习率：其结果没有读出",
};
