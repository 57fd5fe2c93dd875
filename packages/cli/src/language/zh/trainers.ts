import type { Catalogue } from "../translator.ts";

/** What Accelerate and transformers' Trainer make of a scheduler that they are given. */
export const trainers: Catalogue = {
  "{#}.prepare makes step() a step for each process at every update: it is read for one process, and {#} says how many there are":
    "经 {0}.prepare 之后，每次更新时 step() 会为每个进程前进一步：这里按一个进程读取，进程数由 {1} 给出",
  "{#}.prepare makes step() {#} steps at every update, one for each process":
    "经 {0}.prepare 之后，每次更新时 step() 前进 {1} 步，每个进程一步",
  "how many steps step() makes at an update": "每次更新时 step() 前进几步",
  "whether Accelerate splits batches cannot be told: how many steps an update makes is not known":
    "无法断定 Accelerate 是否拆分批次：每次更新前进几步未知",
  "step() is called at every batch, not only where gradients are accumulated to an update":
    "每个批次都调用 step()，而不只是在梯度累积成一次更新时",
  "{}: {#} steps an update": "{0*}：每次更新 {1} 步",
  "{}: what one step is cannot be told": "{0*}：无法断定一步是什么",
  "transformers' Trainer steps it once an update": "transformers 的 Trainer 每次更新让它前进一步",
  "arguments that the Trainer schedules by": "由 Trainer 用来安排学习率的参数",
  "a schedule by {}": "由 {0} 给出的调度",
  "HfArgumentParser(…), whose arguments are a command line's": "HfArgumentParser(…)，它的参数来自命令行",
  "{}, which sets the rate by what cannot be read": "{0}，它用无法读取的内容设置学习率",
  "a type that is not read": "未读取的类型",
};
