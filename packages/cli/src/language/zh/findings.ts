import type { Catalogue } from "../translator.ts";

/** The rules of `check`: what each is about, what it finds, and how to mend that. */
export const findings: Catalogue = {
  "steps are counted per process or per micro-batch": "按进程或按微批计步",
  "micro-batches, {#} of which make an update": "微批（每 {0} 个合成一次更新）",
  "batches of all {#} processes": "全部 {0} 个进程的批",
  "micro-batches of all {#} processes, {#} of which make an update": "全部 {0} 个进程的微批（每 {1} 个合成一次更新）",
  "the decay takes {#} steps and the run has {#}, {#} times fewer: it counts {}, and ends after 1 / {#} of its way":
    "衰减需要 {0} 步，而运行只有 {1} 步，是它的 1 / {2}：它计的是 {3*}，运行结束时只走完 1 / {4}",
  "the decay is over after {#} of {#} steps, 1 / {#} of the run: its steps were divided by {#} once too often (an update has {})":
    "衰减在 {1} 步中的第 {0} 步就结束了，只占运行的 1 / {2}：它的步数多除了一次 {3}（一次更新包含 {4*}）",
  'count optimizer updates: let the plan take {#} steps, or the "rest"':
    '按优化器的更新计步：让计划用 {0} 步，或用 "rest"',

  "the decay ends after the run": "衰减在运行结束之后才结束",
  "the decay ends at {} and the run at {}, with {} of the decay undone":
    "衰减到 {0*} 才结束，运行到 {1*} 就结束，衰减还有 {2} 没有完成",
  "the decay ends at {} and the run at {}, with {} of the decay undone: it ends at {#} instead of {#}":
    "衰减到 {0*} 才结束，运行到 {1*} 就结束，衰减还有 {2} 没有完成：终值是 {3}，而不是 {4}",
  'let it take the "rest" of the run, or make the run longer': '让它用完运行的 "rest"，或延长运行',

  "the decay ends before the run": "衰减在运行结束之前就结束了",
  "the decay ends after {}, and the last {} of the run stay at {#}": "衰减在 {0*} 后结束，运行的最后 {1*} 一直停在 {2}",
  'let it take the "rest" of the run, or make what is held after it a part of its own':
    '让它用完运行的 "rest"，或把其后保持不变的部分单独写成一段',

  "epochs are counted as updates, or updates as epochs": "把轮当作更新计数，或把更新当作轮计数",
  "the decay ends at step {#} of {#}, and the run has {#} epochs of {#} updates: the plan counts epochs, and would be stepped every update":
    "衰减在 {1} 步中的第 {0} 步结束，而运行有 {2} 轮，每轮 {3} 次更新：计划按轮计数，却会在每次更新时前进一步",
  "the last milestone is at step {#} of {#}, and the run has {#} epochs of {#} updates: the plan counts epochs, and would be stepped every update":
    "最后一个里程碑在 {1} 步中的第 {0} 步，而运行有 {2} 轮，每轮 {3} 次更新：计划按轮计数，却会在每次更新时前进一步",
  'write its times as epochs, such as "{#} epochs", or step once per epoch':
    '把它的时间写成轮，如 "{0} epochs"，或每轮只前进一步',
  "the decay ends at step {#} of a run of {#}, which is {#} epochs of {#} updates: the plan counts updates, and would be stepped once per epoch":
    "衰减在第 {0} 步结束，而运行只有 {1} 步，即 {2} 轮，每轮 {3} 次更新：计划按更新计数，却只会每轮前进一步",
  "the last milestone is at step {#} of a run of {#}, which is {#} epochs of {#} updates: the plan counts updates, and would be stepped once per epoch":
    "最后一个里程碑在第 {0} 步，而运行只有 {1} 步，即 {2} 轮，每轮 {3} 次更新：计划按更新计数，却只会每轮前进一步",
  "step every update (run.steps: {#}), or divide its times by {#}":
    "每次更新都前进一步（run.steps: {0}），或把它的时间都除以 {1}",

  "the floor is above the start": "下限高于起点",
  'it starts at {#} and ends at {#}: the "decay" raises the rate':
    '它从 {0} 开始，到 {1} 结束：这段"衰减"反而提高了学习率',
  'it starts at {#} and ends at {#}: the "decay" raises the rate to {#}':
    '它从 {0} 开始，到 {1} 结束：这段"衰减"反而把学习率提高到 {2}',
  'end below {#}, or with a share of the base rate, such as "0.1x"':
    '让终点低于 {0}，或写成基础学习率的比例，如 "0.1x"',
  "the floor {#} is above all that is under it: the value never leaves it":
    "下限 {0} 高于它之下的一切数值：数值始终停在下限上",
  "lower the floor below the plan's start": "把下限降到计划的起点以下",

  "a milestone lies inside the warm-up": "里程碑落在热身之内",
  "it is at step {#}, and the warm-up ends at step {#}: {}": "它在第 {0} 步，而热身到第 {1} 步才结束：{2*}",
  "{#} milestones, the first at step {#}, and the warm-up ends at step {#}: {}":
    "有 {0} 个里程碑，首个在第 {1} 步，而热身到第 {2} 步才结束：{3*}",
  "never seen": "永远看不到它的作用",
  "the rate is cut while it climbs": "学习率还在上升时就被降低",
  "put the milestone after the warm-up, or count it from the warm-up's end (a local clock)":
    "把里程碑放到热身之后，或让它从热身结束时算起（local 计时）",

  "the rate jumps at a seam": "学习率在衔接处跳变",
  "at step {#} the rate jumps up by {}, from {#} to {#}": "在第 {0} 步，学习率向上跳变 {1}，从 {2} 到 {3}",
  "at step {#} the rate jumps down by {}, from {#} to {#}": "在第 {0} 步，学习率向下跳变 {1}，从 {2} 到 {3}",
  "at step {#} the rate jumps up by {}, from {#} to {#}, because its clock has run meanwhile":
    "在第 {0} 步，学习率向上跳变 {1}，从 {2} 到 {3}，因为它的计时在此期间一直在走",
  "at step {#} the rate jumps down by {}, from {#} to {#}, because its clock has run meanwhile":
    "在第 {0} 步，学习率向下跳变 {1}，从 {2} 到 {3}，因为它的计时在此期间一直在走",
  'let this part begin from "last", or the one before it end at {#}': '让这一段从 "last" 开始，或让前一段在 {0} 处结束',

  "the rate never changes": "学习率从不改变",
  "the value is {#} on every update, although this is there to change it":
    "每次更新的数值都是 {0}，而这一部分本应改变它",
  "give it two different levels or a factor other than 1, or write constant({ value })":
    "给它两个不同的水平，或不等于 1 的系数，或写成 constant({ value })",

  "a change never comes": "某个变化永远不会发生",
  "the run has {}": "运行只有 {0*}",
  "the change at {} is never reached: {}": "第 {0} 步的变化永远到不了：{1*}",
  "{#} changes at {} are never reached: {}": "第 {1} 步的 {0} 个变化永远到不了：{2*}",
  'move it into the run, or leave it out; a number is steps, and epochs are written as text: "30 epochs"':
    '把它移到运行之内，或去掉它；数字表示步数，轮数要写成文本："30 epochs"',
  "this part would begin at step {#}, and {}": "这一段要到第 {0} 步才开始，而 {1*}",
  "let the parts before it end within the run": "让它之前的各段在运行之内结束",

  "a momentum or β is 1 or more": "动量或 β 达到或超过 1",
  "{#} is {#} at step {#}: nothing is forgotten any more, and the average diverges":
    "{0} 在第 {2} 步为 {1}：旧值不再被遗忘，滑动平均会发散",
  "keep {#} below 1 at every step": "让 {0} 在每一步都小于 1",

  "the plan replaces the optimizer's rate": "计划取代了优化器的学习率",
  "the optimizer's rate {#} is never used: all levels of the plan are absolute, from {#} to {#}":
    "优化器的学习率 {0} 从未被使用：计划中的水平都是绝对的，从 {1} 到 {2}",
  'give levels as shares of it, such as "1x", or set the optimizer\'s rate to {#}':
    '把水平写成它的比例，如 "1x"，或把优化器的学习率设为 {0}',

  "a ratio is given as a count": "把比例写成了步数",
  "the warm-up takes {#} of one step: there is none": "热身只有 {0} 步：等于没有热身",
  'as a share of the run it is "{#}"': '作为运行的比例应写成 "{0}"',
  'as a share of the run it is "{#}", {#} of {#} updates': '作为运行的比例应写成 "{0}"，即 {2} 次更新中的 {1} 次',
  "{} of {} is less than one: there is no warm-up": "{1*} 的 {0} 不到一次：等于没有热身",
  "give it as a number of steps": "请写成步数",

  "the rate rises unexpectedly": "学习率意外上升",
  "the cosine is at its lowest at step {#}, and rises again until step {#}":
    "余弦在第 {0} 步到达最低点，此后又上升到第 {1} 步",
  "the cosine is at its lowest at step {#}, and rises again until step {#}, from {#} to {#}":
    "余弦在第 {0} 步到达最低点，此后又上升到第 {1} 步，从 {2} 升到 {3}",
  "let half a period take the whole run, or use cosine, which stays down":
    "让半个周期占满整个运行，或改用 cosine，它到底后不再上升",
  "after it fell, the level rises from {#} to {#} at step {#}": "水平在下降之后，又在第 {2} 步从 {0} 升到 {1}",
  "give each milestone a lower level than the one before": "让每个里程碑的水平都低于前一个",
  "the factor {#} is above 1, so that the rate grows without an end": "系数 {0} 大于 1，学习率会无止境地增长",
  "the factor {#} is above 1, so that the rate grows without an end: at the end of the run it is {#}":
    "系数 {0} 大于 1，学习率会无止境地增长：到运行结束时为 {1}",
  "a decay has a factor below 1, such as {#}": "衰减的系数应小于 1，如 {0}",

  "the warm-up goes down": "热身方向向下",
  "the warm-up begins at {#}, above the base rate {#} at which it ends":
    "热身从 {0} 开始，高于它结束时的基础学习率 {1}",
  'begin below {#}, with a share of it such as "0.1x"': '从低于 {0} 处开始，可写成它的比例，如 "0.1x"',

  "the warm-up does not end within the run": "热身在运行之内没有结束",
  "the warm-up takes {} and the run has {}": "热身需要 {0*}，而运行只有 {1*}",
  "the warm-up takes {} and the run has {}: it ends at {#}": "热身需要 {0*}，而运行只有 {1*}：结束时为 {2}",
  'warm up for fewer than {}, such as "5%" of the run, or count the run\'s steps anew':
    '让热身少于 {0*}，如运行的 "5%"，或重新核对运行的步数',

  "the rate is 0 on an update": "有更新的学习率为 0",
  "the rate is 0 on every update: nothing is trained": "每次更新的学习率都是 0：什么也训练不了",
  "give the plan a level above 0, or the optimizer a base rate": "给计划一个大于 0 的水平，或给优化器设定基础学习率",
  "the rate of the first update is 0: it changes nothing": "首次更新的学习率为 0：它不改变任何参数",
  "the rate of the first epoch is 0: it changes nothing": "第一轮的学习率为 0：它不改变任何参数",
  "start from a level above 0, or count updates from 1 (first: 1)":
    "从大于 0 的水平开始，或从 1 开始计更新（first: 1）",
  "the rate is 0 on the first {}, which change nothing": "前 {0*} 的学习率为 0，不改变任何参数",
  "start from a level above 0": "从大于 0 的水平开始",
  "the rate is 0 on the last {}, {} of the run, which change nothing":
    "最后 {0*}（占运行的 {1}）的学习率为 0，不改变任何参数",
  'decay over the "rest" of the run, or to a floor above 0': '在运行的 "rest" 上衰减，或衰减到大于 0 的下限',
  "the rate is 0 on {} from step {#} on, which change nothing": "从第 {1} 步起有 {0*} 的学习率为 0，不改变任何参数",
  "hold a level above 0": "保持在大于 0 的水平",
  "OneCycleLR has {#} steps and the run {#}: step() number {#} raises a ValueError, which ends the training":
    "OneCycleLR 共 {0} 步，而运行有 {1} 步：第 {2} 次 step() 会抛出 ValueError，训练就此中断",
};
