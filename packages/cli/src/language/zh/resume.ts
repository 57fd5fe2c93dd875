import type { Catalogue } from "../translator.ts";

/** What `resume` says: its help, its positions and its changes. */
export const resume: Catalogue = {
  "see what a schedule becomes when training goes on with a change, and write the state to go on with":
    "查看训练带着改动继续时调度会变成什么样，并写出继续训练所用的状态",
  'where training stopped: such as "1200", "3ep" or "30%" (default: a saved state\'s position)':
    '训练停在何处：如 "1200"、"3ep" 或 "30%"（默认：已保存状态的位置）',
  "Stops a schedule at an update and goes on with more epochs, another batch, rate or plan: under each policy the rate before and after, the jump, and what the rest of the run comes to. The source may be a Scheduler's saved state, whose position it is then. What the other flags say of the run is how it was; --with says what changes.":
    "让调度停在某次更新，再用更多轮数、不同的批大小、学习率或计划继续：列出每种策略之下前后的学习率、跳变幅度，以及运行其余部分的结果。来源可以是 Scheduler 保存的状态，此时取其中的位置。其他选项给出的是运行原来的信息；--with 给出改动。",
  "what changes: steps=20000, epochs=10, batch=64 or batch=2x (samples of an update: also of more processes or accumulation), base=0.02 or base=0.5x, steps-per-epoch=500, plan=<source>":
    "改动什么：steps=20000、epochs=10、batch=64 或 batch=2x（每次更新的样本数，也用于更多进程或梯度累积）、base=0.02 或 base=0.5x、steps-per-epoch=500、plan=<source>",
  policy: "策略",
  from: "起",
  to: "止",
  before: "之前",
  after: "之后",
  jump: "跳变",
  old: "原来",
  "this policy alone": "只用此策略",
  'how long rewarm climbs: such as "500 steps" or "2%" (default: 1%)':
    'rewarm 上升多久：如 "500 steps" 或 "2%"（默认：1%）',
  'where rewarm begins: such as "0" or "0.1x" (default: the rate in force)':
    'rewarm 从何处开始：如 "0" 或 "0.1x"（默认：当前的学习率）',
  "print what --policy makes: a Scheduler's state, or the plan": "打印 --policy 的结果：Scheduler 的状态，或计划",
  "write that (.json, the state unless --emit says plan), or a picture: .svg or .png":
    "写入该结果（.json，默认为状态，--emit plan 则为计划），或图片：.svg 或 .png",
  "print {source, position, place, old, new, policies} as JSON":
    "以 JSON 打印 {source, position, place, old, new, policies}",
  "Twice as long, decided when 3000 updates are done:": "完成 3000 次更新时决定加长一倍：",
  "A larger batch and rate from epoch 4 on:": "从第 4 轮起用更大的批和学习率：",
  "Go on with another plan:": "换一个计划继续：",
  "Warm up again for new data:": "为新数据重新热身（预热）：",

  "a number or a factor such as 2x": "数，或形如 2x 的倍数",
  "a number above 0 or a factor such as 2x": "大于 0 的数，或形如 2x 的倍数",
  "say with --with what changes: {}": "请用 --with 给出改动：{0}",
  "said twice": "给出了两次",
  "--with steps and --with epochs: only one of them": "--with steps 与 --with epochs 只能用其一",
  "say with --steps-per-epoch how many updates one has": "请用 --steps-per-epoch 给出每轮的更新次数",
  "say with --samples-per-step what it was, or by how much: batch=2x":
    "请用 --samples-per-step 给出原来的值，或给出倍数：batch=2x",
  "--with batch: the batch is ramped up, and is no one number": "--with batch：批大小逐步增大，不是单个数",
  "the same data are {#} updates instead of {#}": "同样的数据是 {0} 次更新，而不是 {1} 次",
  "expected a time, such as 1200, 3ep or 30%": "期望时间，如 1200、3ep 或 30%",
  "--at {}: say {#}, which it needs": "--at {0}：请给出 {1}，它需要这一项",
  "--at {}: the run ends after {}": "--at {0}：运行在 {1*} 后结束",
  "--emit: a picture is neither a state nor a plan": "--emit：图片既不是状态也不是计划",
  "say with --policy which one to write": "请用 --policy 指明写入哪一个",
  "--json tells of every policy: leave --output and --emit out, or --json":
    "--json 给出所有策略：去掉 --output 和 --emit，或去掉 --json",
  "{}: say with --at where training stopped": "{0}: 请用 --at 给出训练停在何处",
  "{#} updates of {#} samples are the same data as {#} of {#}":
    "{0} 次更新（每次 {1} 个样本）与 {2} 次（每次 {3} 个）是同样的数据",
  "{#} updates are {#} of the new run": "{0} 次更新相当于新运行的 {1} 次",
  "epoch {#}, {#} % of {#}": "第 {0} 轮，全程 {2} 次更新的 {1} %",
  "{#} % of {#}": "全程 {1} 次更新的 {0} %",
  "stopped after epoch {#}": "停在第 {0} 轮之后",
  "stopped after epoch {#} ({#} % of {#})": "停在第 {0} 轮之后（全程 {2} 轮的 {1} %）",
  "stopped after epoch {#} ({})": "停在第 {0} 轮之后（{1*}）",
  "stopped after update {#}": "停在第 {0} 次更新之后",
  "stopped after update {#} ({})": "停在第 {0} 次更新之后（{1*}）",
  "no base rate is said, and the state has {#} in its place: --base says it":
    "没有给出基础学习率，状态中以 {0} 代替：请用 --base 给出",
  "it goes on at update {#}": "从第 {0} 次更新继续",
  "it goes on at epoch {#}": "从第 {0} 轮继续",
  "the plan has what its controllers have come to, and not what they may still do: --emit state keeps them":
    "计划含有控制器目前的结果，不含它们以后会做的事：--emit state 会保留控制器",
  "a metric scales {#}, by what only a Scheduler's saved state says: emit from that":
    "指标会缩放 {0}，缩放多少只有 Scheduler 保存的状态知道：请从该状态写出",
  "wrote {}": "已写入 {0}",
  "load it with new Scheduler(optimizer, state.program, state.run).restore(state)":
    "载入：new Scheduler(optimizer, state.program, state.run).restore(state)",
  "or into a scheduler of your own with restore(state, keep), keep from anneal/resume":
    "或载入自己的调度器：restore(state, keep)，其中 keep 来自 anneal/resume",
  "old plan, in new updates": "原计划（按新的更新计数）",
  "read again with {#} = {#} instead of {#}": "按 {0} = {1} 重新读取，原为 {2}",
  "its run has {}": "它的运行有 {0*}",
  "an object with a list of base rates for each hyperparameter": "每个超参数各有一个基础学习率列表的对象",
  "{}, or run.{#}, to resolve it": "{0} 或 run.{1}（解析它所需）",
  "--with base changes nothing: the plan says its rates itself, none of them as a share such as 1x":
    "--with base 不起作用：计划自己给出了学习率，没有一个写成 1x 这样的比例",
  "the run is taken to have {}, where the plan ends; --steps says otherwise":
    "按计划的终点，视为运行有 {0*}；可用 --steps 另行指定",
  "* the plan is made for {}, and goes on as it is: --with plan=… says another one":
    "* 计划是按 {0*} 制定的，照原样继续：可用 --with plan=… 换一个计划",
  "the schedule counts epochs: how many updates one has changes nothing in it":
    "调度按轮计数：每轮有多少次更新对它没有影响",
  "a whole number of updates, up to 2 ** 53": "不超过 2 ** 53 的整数（更新次数）",
  "how long was the run?": "原来的运行有多长？",
  "how long is the run to be?": "运行要有多长？",
};
