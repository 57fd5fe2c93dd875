import type { Catalogue } from "../translator.ts";

/** What the commands print: charts, tables, comparisons, findings' frames, and notes beside them. */
export const commands: Catalogue = {
  step: "步",
  epoch: "轮",
  update: "更新",
  steps: "步",
  epochs: "轮",
  updates: "更新次数",
  "{#} step": "{0} 步",
  "{#} steps": "{0} 步",
  "{#} epoch": "{0} 轮",
  "{#} epochs": "{0} 轮",
  "{#} update": "{0} 次更新",
  "{#} updates": "{0} 次更新",
  "the first {#} updates": "前 {0} 次更新",
  "the first {#} of {#} updates": "{1} 次更新中的前 {0} 次",

  "no value above 0 for a logarithmic scale": "没有大于 0 的数值，无法用对数刻度",
  "no value": "没有数值",
  "below {#} left out": "低于 {0} 的未画出",
  "group {#}": "组 {0}",
  "groups {}": "组 {0}",
  "no run says how long it is: drawn over {#} steps; --steps says otherwise":
    "没有信息说明运行有多长：按 {0} 步绘制；可用 --steps 另行指定",
  "{} counts epochs and {} counts updates, on one axis all the same":
    "{0} 按轮计数，{1} 按更新计数，仍画在同一坐标轴上",
  "values {#} steps apart, and the last one, for there are too many to write them all":
    "数值太多，无法全部写出：每隔 {0} 步写一个，外加最后一个",
  "values {#} epochs apart, and the last one, for there are too many to write them all":
    "数值太多，无法全部写出：每隔 {0} 轮写一个，外加最后一个",

  peak: "峰值",
  final: "终值",
  area: "面积",
  rising: "上升",
  flat: "持平",
  falling: "下降",
  changes: "变化",
  "{#} at step {#}": "{0}，在第 {1} 步",
  "{#} at epoch {#}": "{0}，在第 {1} 轮",
  "{#}, mean {#}": "{0}，平均 {1}",
  "{#}, mean {#} (of every {#} steps)": "{0}，平均 {1}（每 {2} 步取一个）",
  "{#}, mean {#} (of every {#} epochs)": "{0}，平均 {1}（每 {2} 轮取一个）",
  "and {#} more": "另有 {0} 个",

  "{#}, group {#}": "{0}，组 {1}",
  "{#}, group {#}:": "{0}，组 {1}：",
  "{#}, groups {}": "{0}，组 {1}",
  "{#}, groups {}:": "{0}，组 {1}：",
  "{}: the same at {}": "{0*}：{1*} 相同",
  "{}: the same at all {}": "{0*}：全部 {1*} 都相同",
  "{}: {#} of {} differ": "{0*}：{2*} 中有 {1} 次不同",
  "{}: {#} of {} differs": "{0*}：{2*} 中有 {1} 次不同",
  "{}: only in a": "{0*}：只在 a 中",
  "{}: only in b": "{0*}：只在 b 中",
  "the runs differ: {}": "两者的运行不同：{0*}",
  "base {#} and {#}": "base 分别为 {0} 和 {1}",
  "steps {#} and {#}": "steps 分别为 {0} 和 {1}",
  "stepsPerEpoch {#} and {#}": "stepsPerEpoch 分别为 {0} 和 {1}",
  "samplesPerStep {#} and {#}": "samplesPerStep 分别为 {0} 和 {1}",
  "tokensPerStep {#} and {#}": "tokensPerStep 分别为 {0} 和 {1}",
  first: "首次",
  absolute: "绝对差",
  relative: "相对差",
  integrated: "累计差",
  cause: "原因",
  "step {#}: a is {#}, b is {#}": "第 {0} 步：a 为 {1}，b 为 {2}",
  "{} % at step {#}": "{0} %，在第 {1} 步",
  "{#}, {} of a": "{0}，为 a 的 {1}",
  "none of the known conventions": "不属于任何已知的约定",

  error: "错误",
  warning: "警告",
  info: "提示",
  "{#} error": "{0} 个错误",
  "{#} errors": "{0} 个错误",
  "{#} warning": "{0} 个警告",
  "{#} warnings": "{0} 个警告",
  "{#} info": "{0} 条提示",
  "{#} schedule": "{0} 个调度",
  "{#} schedules": "{0} 个调度",
  "{} in {#} schedule": "{1} 个调度中有 {0*}",
  "{} in {#} schedules": "{1} 个调度中有 {0*}",
  "no findings in {#} schedule": "检查了 {0} 个调度，未发现问题",
  "no findings in {#} schedules": "检查了 {0} 个调度，未发现问题",
  "without --steps most rules are silent": "没有 --steps，大多数规则不作判断",
  "without --steps most rules are silent on {#} schedule of them": "没有 --steps，其中 {0} 个调度的大多数规则不作判断",
  "without --steps most rules are silent on {#} schedules of them": "没有 --steps，其中 {0} 个调度的大多数规则不作判断",
  "mend: {}": "修正：{0*}",
  "in {#}": "位于 {0}",
  "at step {#}": "在第 {0} 步",
  "in {#}, at step {#}": "位于 {0}，在第 {1} 步",
  "it cannot be read: {}": "无法读取：{0*}",
  "it was not checked: {}": "未检查：{0*}",
  "correct it, or tell what it is by --set": "改正它，或用 --set 说明它是什么",
  "{} is not known: {}": "{0} 未知：{1*}",
  "{} is not known: {}. The schedule was not checked": "{0} 未知：{1*}。该调度未检查",
  "give the run's facts: --base, --steps, --steps-per-epoch": "给出运行的信息：--base、--steps、--steps-per-epoch",
  "a note of the reader's": "读取时的说明",
  "a fact that the source does not have": "来源中没有的信息",
  "a schedule that cannot be read": "无法读取的调度",

  "{} is a log, which is compared with its schedule: {}": "{0} 是日志，应与它的调度比较：{1}",

  exact: "精确",
  "not exact": "不精确",
  "this is param group {#} of {#}, whose base rates are {}: --group converts another":
    "共 {1} 个参数组（基础学习率为 {2}），这是第 {0} 组（从 0 数起）：用 --group 转换其他组",
  "this is param group {#} of {#}: --group converts another":
    "共 {1} 个参数组，这是第 {0} 组（从 0 数起）：用 --group 转换其他组",
  "left out: {}; --only converts another": "未转换：{0}；用 --only 转换其他超参数",
  "a step of it is one step() of the scheduler: where that is called once an epoch, a step is an epoch":
    "它的一步是调度器的一次 step()：若每轮调用一次，一步就是一轮",
  "{} is a function of its own that --to {#} has no formula for: say --steps, for a table of its values":
    "{0} 是来源自己的函数，--to {1} 没有对应的公式：请给出 --steps，以便列出它的数值",
  "{} is a function of its own that --to {#} has no formula for, and a table of more than {#} values is no code: --to csv writes the values":
    "{0} 是来源自己的函数，--to {1} 没有对应的公式，而超过 {2} 个数值的列表不宜写成代码：可用 --to csv 写出数值",
  "{} is a function of its own that --to {#} has no formula for, and its value at step {#} is no rate":
    "{0} 是来源自己的函数，--to {1} 没有对应的公式，而它在第 {2} 步的值不能作学习率",
  "{} is written as a table of its values at the {#} steps of the run": "{0} 写成了它在运行的 {1} 步中的数值列表",
  "the function {#} is no data: whoever reads the plan has to have it":
    "函数 {0} 不是数据：读取该计划的一方必须自备此函数",
  "verified in {}: {} agree, {}": "已在 {0} 中验证：{1*} 一致，{2*}",
  "at most {#} apart": "最大相差 {0}",
  "to the last bit": "逐位相同",
  "differs in {}: step {#} is {} and not {}; {} (step {#})":
    "在 {0} 中不同：第 {1} 步为 {2*}，而不是 {3}；{4*}（第 {5} 步）",
  "no number": "非数值",
  "say --steps, for it changes for ever and is written epoch by epoch":
    "请给出 --steps：它一直在变化，而这里要逐轮写出",
  "a step of {} is an epoch: its rates are written for {#} updates each":
    "{0} 的一步是一轮：每个学习率写成持续 {1} 次更新",
  "a step of it is an epoch": "它的一步是一轮",
  "a step of it is an epoch, and the code counts updates: --steps-per-epoch says how many one has":
    "它的一步是一轮，而代码按更新计数：请用 --steps-per-epoch 给出每轮的更新次数",
  "a step of it is an epoch, as run.stepsPerEpoch 1 says: step it once in each":
    "它的一步是一轮（run.stepsPerEpoch 为 1）：每轮前进一步",
  "a step is an epoch in {}, and an update in {}": "一步在 {0} 中是一轮，在 {1} 中是一次更新",
  "--steps {#} is read as epochs, which the schedule counts: with --steps-per-epoch it is updates":
    "--steps {0} 按轮理解，因为调度按轮计数；给出 --steps-per-epoch 后则按更新理解",
  "{#} epochs are too many to be counted in updates": "{0} 轮太多，无法换算成更新",
  "{} counts epochs and {} counts updates: say with --steps-per-epoch how many updates one has":
    "{0} 按轮计数，{1} 按更新计数：请用 --steps-per-epoch 给出每轮的更新次数",
};
