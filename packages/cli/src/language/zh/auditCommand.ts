import type { Catalogue } from "../translator.ts";

/** The help of `audit`, and what it says of its source, its log and its flags. */
export const auditCommand: Catalogue = {
  "compare the rates that a run logged with its schedule, and name the bug": "比较运行记录的学习率与其调度，并指出错误",
  "Compares what a run logged with the schedule that it was meant to follow, and says which known bug the difference comes from, with the rows that show it and how to mend it. A log is a table (CSV, or columns between blanks), lines of JSON or of a trainer's console (step 10 … lr 0.001, lr: 0.001 or lr=0.001), a JSON file such as trainer_state.json or Keras' history, TensorBoard's event file, W&B's export, or - for standard input. Exit code 0: it agrees; 1: it differs.":
    "比较运行的记录与它本应遵循的调度，指出差异出自哪种已知的错误，列出能说明问题的行，以及如何修正。日志可以是表格（CSV，或以空白分列）、逐行的 JSON 或训练器的控制台输出（step 10 … lr 0.001、lr: 0.001 或 lr=0.001）、trainer_state.json 或 Keras 的 history 这样的 JSON 文件、TensorBoard 的事件文件、W&B 的导出文件，也可以是表示标准输入的 -。退出码 0：符合；1：不同。",
  "the log's column of rates (default: by its name)": "日志中学习率所在的列（默认：按列名）",
  "the log's column of steps (default: by its name)": "日志中步数所在的列（默认：按列名）",
  "how the log is written (default: it is recognised)": "日志的格式（默认：自动识别）",
  "what the log's steps or rows count (default: by the column's name, updates first)":
    "日志的步数或行按什么计数（默认：按列名，优先按更新）",
  "how many processes train together (default: not known)": "共同训练的进程数（默认：未知）",
  "how many micro-batches make one update (default: not known)": "多少个微批合成一次更新（默认：未知）",
  "up to which share of a rate two are the same (default: as the log's digits)":
    "相对差不超过多少即视为相同（默认：按日志的位数）",
  "only this parameter group, from 0": "只取此参数组，从 0 数起",
  "rows of the chart (default: 12), or pixels of a picture": "图表的行数（默认：12），或图片的像素高度",
  "write a picture of plan and log as well: .svg or .png": "另外写入计划与日志的图片：.svg 或 .png",
  "print {verdict, plan, log, notes, series, onlyInPlan, onlyInLog} as JSON":
    "以 JSON 打印 {verdict, plan, log, notes, series, onlyInPlan, onlyInLog}",
  "A run of Hugging Face's Trainer:": "Hugging Face Trainer 的一次运行：",
  "A table, of a run on four GPUs:": "四块 GPU 上一次运行的表格：",
  "TensorBoard's file, with a picture:": "TensorBoard 的文件，并画成图片：",
  "What a trainer printed, from a pipe:": "训练器打印的内容，经由管道：",

  "--{#} {#} is taken from the log's {}": "--{0} {1} 取自日志的 {2*}",
  "max_steps and num_train_epochs": "max_steps 和 num_train_epochs",
  "steps and epochs": "步数列和轮数列",
  "the plan is of {#} updates, and the log's max_steps is {#}": "计划有 {0} 次更新，而日志的 max_steps 为 {1}",
  "the log has one {#} and the plan {#} groups: group 0 is compared; --group takes another":
    "日志只有一列 {0}，而计划有 {1} 个参数组：比较第 0 组；用 --group 取其他组",
  "the plan has {}, and the log {}": "计划中有 {0}，而日志中有 {1}",
  "--group {}: expected a group from 0 to {#}": "--group {0}：期望 0 到 {1} 之间的组",
  "say --steps-per-epoch: the log counts updates, and the plan epochs":
    "请给出 --steps-per-epoch：日志按更新计数，而计划按轮计数",
  "say --steps-per-epoch: the log counts epochs, and the plan updates":
    "请给出 --steps-per-epoch：日志按轮计数，而计划按更新计数",
  "{}: it is a folder; a log in it: {}": "{0}: 这是一个目录；其中的日志：{1}",
  "audit takes one source and one log, and not {} too": "audit 只接受一个来源和一个日志，不能再有 {0}",
  "standard input can be the source or the log, not both": "标准输入只能用作来源或日志之一",
  "{}: it is a log, and the schedule comes first: anneal audit SOURCE LOG":
    "{0}: 这是日志，而调度应在前：anneal audit SOURCE LOG",
  "{}: it is a schedule, and the log comes second: anneal audit SOURCE LOG":
    "{0}: 这是调度，而日志应在后：anneal audit SOURCE LOG",
  "{}: its rate follows a metric, so that there is no curve to compare a log with":
    "{0}: 它的学习率随指标变化，没有可与日志比较的曲线",
  "{}: it is NaN in all rows": "{0}: 所有行都是 NaN",
  "the log has no number to compare: {}": "日志中没有可比较的数：{0*}",
  "{#} more series are not drawn: --column or --group takes one":
    "另有 {0} 个序列未画出：用 --column 或 --group 取其一",
  "{} and {#} more with the same verdict": "{0*} 以及结论相同的另外 {1} 个",
  "{} and {#} more with the same verdict:": "{0*} 以及结论相同的另外 {1} 个：",
  "{#} more": "另外 {0} 个",
  "{}: only in the plan": "{0*}：只在计划中",
  "{}: only in the log": "{0*}：只在日志中",
  "the log counts epochs, and a step of the plan is taken for one; --steps-per-epoch places updates":
    "日志按轮计数，计划的一步按一轮计；--steps-per-epoch 可对应到更新",
  "nothing says how many updates a row is, and one is taken: --steps tells it":
    "没有说明一行是多少次更新，按一次计：可用 --steps 给出",
  "the log has no step, and its rates are the plan's where a row is {#} updates: say how long the run is with --steps, or --clock update where a row is one update":
    "日志中没有步数，若一行为 {0} 次更新，则其学习率与计划相符：请用 --steps 给出运行的长度；若一行就是一次更新，请用 --clock update",
  "the log has no step, and its rates are the plan's where a row is {#} epochs: say how long the run is with --steps, or --clock epoch where a row is one epoch":
    "日志中没有步数，若一行为 {0} 轮，则其学习率与计划相符：请用 --steps 给出运行的长度；若一行就是一轮，请用 --clock epoch",
  "reading the log: {#} MB": "正在读取日志：{0} MB",
  "reading the log: {#} % of {#} MB, {#} s left": "正在读取日志：{1} MB 的 {0} %，还需 {2} 秒",
  "the log's steps and epochs say that an epoch has {#} updates, and --steps-per-epoch {#}":
    "按日志的步和轮，每轮有 {0} 次更新，而 --steps-per-epoch 为 {1}",
  "nothing says how long the run is: with --steps more bugs can be told":
    "没有信息说明运行有多长：给出 --steps 可辨认更多错误",
  "it explains {#} of the {#} rows that tell it": "在能作出区分的 {1} 行中，它解释了 {0} 行",
  "plan = log": "计划 = 日志",
  "{}: plan = log": "{0}: 计划 = 日志",
};
