import type { Catalogue } from "../translator.ts";

/** What `audit` concludes from a log, what shows it, and how to mend it. */
export const audit: Catalogue = {
  plan: "计划",
  log: "日志",
  evidence: "证据",
  confidence: "置信度",
  deviation: "偏差",
  rows: "行数",
  mend: "修正",
  or: "其他可能",
  nearly: "较接近",
  note: "说明",
  "note:": "说明：",
  "BUG: {}": "错误：{0*}",
  "probably a bug: {}": "很可能有错误：{0*}",
  "{}; the rows do not rule out: {}": "{0*}；这些行也不能排除：{1*}",
  "agrees: {}": "符合：{0*}",
  "differs and no known signature fits: {}": "不同，且不符合任何已知的特征：{0*}",
  "differs by two bugs at once: {}; and {}": "不同，同时有两个错误：{0*}；以及 {1*}",
  "{} (alone it explains {#} of {#} rows)": "{0*}（单独解释 {2} 行中的 {1} 行）",
  "max deviation {#} at {}": "最大偏差 {0}，在 {1*}",
  "max deviation {#} ({#} %) at {}": "最大偏差 {0}（{1} %），在 {2*}",
  "update {#}": "第 {0} 次更新",
  "epoch {#}": "第 {0} 轮",
  "step {#}": "第 {0} 步",
  "row {#}": "第 {0} 行",
  "agrees only up to the {} that the log has": "只在日志的精度（{0*}）之内符合",
  "{#} of {#} rows are 0 in the log where the plan has up to {#}: {} do not show it":
    "{1} 行中有 {0} 行在日志中为 0，而计划此时最大为 {2}：{3*}显示不出来",
  "a tolerance of {#}": "容差 {0}",
  "{#} bits": "{0} 位浮点数",
  "{#} significant digits or {#} decimals": "{0} 位有效数字或 {1} 位小数",
  "{#} significant digits": "{0} 位有效数字",
  "{#} decimals": "{0} 位小数",
  "differs: {#} row has an infinite rate, the first at step {#}":
    "不一致：有 {0} 行的学习率为无穷大，第一处在第 {1} 步",
  "differs: {#} rows have an infinite rate, the first at step {#}":
    "不一致：有 {0} 行的学习率为无穷大，第一处在第 {1} 步",
  "{}; {#} row has an infinite rate, the first at step {#}": "{0*}；有 {1} 行的学习率为无穷大，第一处在第 {2} 步",
  "{}; {#} rows have an infinite rate, the first at step {#}": "{0*}；有 {1} 行的学习率为无穷大，第一处在第 {2} 步",
  "{}; 1 row was not read": "{0*}；有 1 行未能读取",
  "{}; about {#} rows were not read": "{0*}；约有 {1} 行未能读取",
  "the 1 row that was read agrees, but 1 row was not read": "已读取的 1 行一致，但有 1 行未能读取",
  "the 1 row that was read agrees, but about {#} rows were not read": "已读取的 1 行一致，但约有 {0} 行未能读取",
  "the {#} rows that were read agree, but about {#} rows were not read": "已读取的 {0} 行一致，但约有 {1} 行未能读取",
  "the {#} rows that were read agree, but 1 row was not read": "已读取的 {0} 行一致，但有 1 行未能读取",
  "its rates are those that are planned for {}": "它的学习率是为{0*}计划的",
  "give the groups to the optimizer in the plan's order; where only the log's columns are in another one, nothing is wrong but those":
    "按计划的顺序把参数组交给优化器；若只是日志的列顺序不同，则只有列名有误",
  "most rows were not read": "大多数行未能读取",
  "{}: most rows were not read": "{0*}：大多数行未能读取",
  "the log's max_steps is {#}, as transformers 4 counts: that is taken for the run's":
    "日志的 max_steps 为 {0}，与 transformers 4 的算法一致：以它为运行的更新次数",
  "a comma in the steps is taken for one between thousands": "步数中的逗号被当作千位分隔符",
  "quotes that end nowhere are taken for letters": "没有结束的引号被当作普通字符",
  "quotes that end nowhere are taken for letters: {}": "没有结束的引号被当作普通字符：{0*}",
  "quotes that end nowhere are taken for letters: {#}, the first at {}":
    "没有结束的引号被当作普通字符：{0} 处，第一处在{1*}",
  "{} begins at {#}, which is {}: name the column of steps with --step-column":
    "{0} 从 {1} 开始，这是{2*}：用 --step-column 指明步数的列",
  "a time in seconds": "以秒计的时间",
  "a time in milliseconds": "以毫秒计的时间",
  "a time in microseconds": "以微秒计的时间",
  "more than a run has updates": "任何运行都没有的更新次数",
  "{#} row without a rate": "有 {0} 行没有学习率",
  "{#} rows without a rate": "有 {0} 行没有学习率",
  "{#} row of steps that were logged again later": "有 {0} 行的步后来又记录了一次",
  "{#} rows of steps that were logged again later": "有 {0} 行的步后来又记录了一次",
  "the log goes back to step {}: the run was resumed there": "日志回到第 {0} 步：运行在那里恢复",
  "at {} the log has {#}; the plan's value is {#} there and {#} at {}":
    "{0*} 时，日志为 {1}；计划此时为 {2}，而在 {4*} 时为 {3}",
  "at {} the log has {#}; the plan's value is {#} there": "{0*} 时，日志为 {1}；计划此时为 {2}",
  "{}, while {} moves": "{0*}，而 {1*} 在变化",
  "{} compared of {#}, {}": "共 {1} 行，比较了其中 {0} 行，按 {2*}",
  "{#}, at {#}: logged {#}, planned {#}": "{0}，在 {1} 处：日志为 {2}，计划为 {3}",
  "{#}, {} %, at {#}: logged {#}, planned {#}": "{0}（{1} %），在 {2} 处：日志为 {3}，计划为 {4}",
  "{#}, {}, at {#}: logged {#}, planned {#}": "{0}，{1}，在 {2} 处：日志为 {3}，计划为 {4}",

  "compare the milestones, the step size or the decay with those of the run's own configuration, and the unit that they count":
    "把里程碑、步长或衰减与运行自己的配置以及它们所计的单位作比较",
  "make the schedule with the number of updates that the run really has": "用运行实际的更新次数创建调度",
  "the schedule was made for {}, {#} times the plan's total, as there are {#} {}":
    "调度是按 {0*} 制定的，为计划总数的 {1} 倍，恰为 {2} 个 {3*}",
  "the schedule was made for {}, a {#}th of the plan's total, as there are {#} {}":
    "调度是按 {0*} 制定的，为计划总数的 1/{1}，恰有 {2} 个 {3*}",
  processes: "进程",
  "micro-batches": "微批",
  "divide the number of batches by the micro-batches of an update, once: ceil(len(loader) / accumulation) × epochs":
    "把批数除以每次更新的微批数，只除一次：ceil(len(loader) / accumulation) × epochs",
  "count the total in optimizer updates: samples / (batch × processes × micro-batches) × epochs":
    "按优化器的更新计算总数：样本数 /（批大小 × 进程数 × 微批数）× 轮数",
  "{#} rows have another rate than the next of their step: of several groups, say which one it is":
    "有 {0} 行与同一步的下一行学习率不同：若日志含多个参数组，请指明是哪一组",
  "seek the schedule to the number of updates that were made": "把调度定位到已完成的更新次数",
  "count what comes before the schedule's first step, such as a warm-up or epochs of another scheduler, as the plan does, or seek the schedule to the number of updates that were made":
    "按计划的方式计入调度第一步之前的部分（如热身，或由另一个调度器管理的轮），或把调度定位到已完成的更新次数",
  "leave out what steps the schedule before the first update, such as a check of the loop, or a `last_epoch` that was given to it; count the warm-up as the plan does":
    "去掉在第一次更新之前就让调度前进的做法（如试跑循环，或给它的 `last_epoch`）；按计划的方式计算热身",
  "see what happened there: a resume with the state of another checkpoint, a `last_epoch` that was set by hand, or epochs in which the schedule was not stepped or was stepped without training; then seek it to the number of updates that were made":
    "查明那里发生了什么：以另一个检查点的状态恢复、手工设置的 `last_epoch`，或某些轮里调度没有前进、或没有训练却前进了；然后把它定位到已完成的更新次数",
  "load the scheduler's state of the same checkpoint as the model's, or seek it to the number of updates that were made":
    "从与模型相同的检查点载入调度器的状态，或把它定位到已完成的更新次数",
  "give the plan the floor (`clamp`), or set the trainer's own, such as `min_lr`, to 0":
    "给计划加上下限（`clamp`），或把训练器自己的下限（如 `min_lr`）设为 0",
  "the rate never goes below {#}": "学习率从不低于 {0}",
  "give the floor under the name and in the unit that the framework has: a rate, or a share of the base rate":
    "按框架的名字和单位给出下限：学习率，或基础学习率的比例",
  "the level {#} ({}) is ignored: the curve goes to 0": "水平 {0}（{1}）被忽略：曲线降到 0",
  "the level {#} ({}) is taken as a share of the base rate": "水平 {0}（{1}）被当作基础学习率的比例",
  "the level {#} ({}) is taken as a rate": "水平 {0}（{1}）被当作学习率",
  "nothing where it is meant; to step once per epoch, call step() without a fraction":
    "若是有意为之则无需修正；要每轮前进一步，调用 step() 时不带小数",
  "the schedule moves within each epoch and not only between epochs": "调度在每轮之内也在变化，而不只在轮与轮之间",
  "make the scheduler after the last group is added, and give it a schedule for each group":
    "加入最后一个参数组之后再创建调度器，并为每组给出调度",
  "give the ramp `inclusive: true` (its last step is already at `to`), or another total by one":
    "给斜坡加上 `inclusive: true`（其最后一步已到达 `to`），或把总数加减一",
  "the curve takes {} to its end where the plan takes {#}": "曲线用 {0*} 到达终点，而计划用 {1}",
  "call scheduler.step(), on the scheduler of the optimizer that trains; after a resume or a wrapper there may be two":
    "调用 scheduler.step()，并且用的是实际训练的优化器的调度器；恢复或包装之后可能有两个",
  "all rows have its base rate, {#}": "所有行都是它的基础学习率 {0}",
  "all rows have the plan's first rate, {#}": "所有行都是计划的首个学习率 {0}",
  "all rows have one rate, {#}": "所有行都是同一个学习率 {0}",
  "resume with the facts that the run began with, or choose how the old and the new curve are to be joined":
    "用运行开始时的信息恢复，或选择新旧曲线如何衔接",
  "load the scheduler's state with the optimizer's, or seek it to the number of updates that were made":
    "把调度器的状态与优化器的一起载入，或把它定位到已完成的更新次数",
  "the curve starts again at {}": "曲线在 {0*} 重新开始",
  "the curve starts again with each epoch of {#} updates": "曲线在每轮（{0} 次更新）重新开始",
  "give the base rate that was planned; trainers multiply it by the number of processes or the batch size, or take their own":
    "给出计划中的基础学习率；训练器会把它乘以进程数或批大小，或改用自己的值",
  "the base rate is {#} times the planned one": "基础学习率是计划的 {0} 倍",
  "the rates are {#} times the plan's": "学习率是计划的 {0} 倍",
  "nothing where only the log is shifted; a log of the rate that the update used needs none of this":
    "若只是日志错开则无需修正；记录更新实际所用的学习率就没有这个问题",
  "step the schedule exactly when the optimizer did: a gradient scaler skips updates that overflow":
    "只在优化器真正更新时才让调度前进：梯度缩放器会跳过溢出的更新",
  "the schedule falls behind the run by {#} updates in all, from {} on": "从 {1*} 起，调度一共比运行慢 {0} 次更新",
  "the schedule gets ahead of the run by {#} updates in all, from {} on": "从 {1*} 起，调度一共比运行快 {0} 次更新",
  "set the rate at every update: read the schedule with the update's number, or a fractional epoch":
    "每次更新都设置学习率：用更新的序号或带小数的轮数读取调度",
  "each value is held for an epoch of {#} updates": "每个数值都保持一轮（{0} 次更新）",
  "each value is held for {#} updates": "每个数值都保持 {0} 次更新",
  "call scheduler.step() once after each epoch, or state the schedule's times in updates":
    "每轮之后调用一次 scheduler.step()，或把调度的时间写成更新次数",
  "the schedule went a whole epoch with each update: {#} times as far as planned":
    "每次更新，调度都前进了一整轮：是计划的 {0} 倍",
  "call scheduler.step() after every update, or state the schedule's times in epochs":
    "每次更新之后调用 scheduler.step()，或把调度的时间写成轮数",
  "the schedule went one step with each epoch of {#} updates": "每轮（{0} 次更新）调度只前进一步",
  "call scheduler.step() only where optimizer.step() is called, or count the total in micro-batches":
    "只在调用 optimizer.step() 之处调用 scheduler.step()，或按微批计算总数",
  "step once per update: prepare the scheduler with `step_scheduler_with_optimizer=False` or count its total in steps of all processes":
    "每次更新只前进一步：准备调度器时设置 `step_scheduler_with_optimizer=False`，或按全部进程的步数计算总数",
  "step once per update; the factor is most often the number of processes or of micro-batches":
    "每次更新只前进一步；多出的倍数通常是进程数或微批数",
  "step with every update; where the log itself counts micro-batches, nothing is wrong but its clock":
    "每次更新都前进一步；若日志本身按微批计数，则只是计数不同，并无错误",
  "the schedule went one step with every {#} updates": "每 {0} 次更新，调度才前进一步",
  "leave one of the two calls of scheduler.step() out; a trainer or wrapper often has one of its own":
    "去掉两次 scheduler.step() 调用中的一次；训练器或包装往往自己会调用一次",
  "see what happened at that update: a resume without the scheduler, an error that was caught, or a total that was reached":
    "查看那次更新发生了什么：恢复时没有调度器、异常被捕获，或已到达总步数",
  "from {} on the rate stays at {#}": "从 {0*} 起，学习率一直停在 {1}",
  "state the warm-up in updates, and the rate that it begins at": "用更新次数给出热身的长度，并给出起始学习率",
  "the rate becomes {#} at {} instead of {#}": "学习率在 {1*} 变为 {0}，而不是 {2}",
  "the rate never becomes {#}, which was planned for {}": "学习率从未变为 {0}，而计划在 {1*} 变为它",
  "compare the milestones with those of the run's own configuration, and the unit that they count":
    "把里程碑及其单位与运行自己的配置核对",
  "{#} more of its milestones moved": "另有 {0} 个里程碑也移动了",
  "the warm-up begins at {#} instead of {#}": "热身从 {0} 开始，而不是 {1}",
  "see whether the trainer takes the warm-up's setting: one name overrides another, and a ratio is no count":
    "检查训练器是否采用了热身的设置：一个名字可能覆盖另一个，比例也不等于步数",
  "the warm-up of {} is missing": "缺少 {0*} 的热身",
  "leave one warm-up out, the plan's or the wrapper's, and save the wrapper's counter with the checkpoint":
    "去掉计划的或包装的热身之一，并把包装的计数器存入检查点",
  "give the scheduler the base rate that was planned (`initial_lr`), and load the optimizer's state before it is made":
    "给调度器计划中的基础学习率（`initial_lr`），并在创建它之前载入优化器的状态",
  "from {} on {#}, the rate of that moment, is the base rate": "从 {0*} 起，当时的学习率 {1} 成了基础学习率",
  "from {} on {#}, the rate of that moment, is the base rate, and the curve starts again":
    "从 {0*} 起，当时的学习率 {1} 成了基础学习率，曲线也重新开始",
  "a number above 0, to place the log's updates and epochs": "大于 0 的数，用来对应日志的更新和轮",
  "a plan of steps; what follows a metric is only known from the metric's log":
    "按步的计划；依指标变化的部分只有从指标的日志才能知道",
  "at least one finite rate": "至少一个有限的学习率",
  "at least one row": "至少一行",
  "as many as steps ({#})": "与步数一样多（{0}）",
  "a number from 0 to 2 ** 53": "0 到 2 ** 53 之间的数",
  "a list of { name, plan, run, logged }": "由 { name, plan, run, logged } 组成的列表",
};
