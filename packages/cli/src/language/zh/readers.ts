import type { Catalogue } from "../translator.ts";

/** What reading any text comes upon: its notation, its size, its values, and the facts that it lacks. */
export const readers: Catalogue = {
  "text without one": "没有调度的文本",
  "text that reads as no {#}: {}": "不能按 {0} 读取的文本：{1*}",
  "text that reads as no {}: {}": "不能按 {0*} 读取的文本：{1*}",
  "{}(…), which is the text's own; the nearest is {}": "{0}(…)，它是文本自己的；最接近的是 {1}",
  "{}(…), which is none of theirs; the nearest is {}": "{0}(…)，它不属于任何框架；最接近的是 {1}",
  "{}, in a form of none of theirs": "{0}，其写法不属于任何框架",
  "{} {}(…), in a form of none of theirs": "{0} 为 {1}(…)，其写法不属于任何框架",
  "the default, which a loop goes through": "循环所用的默认值",
  "{}, and a syntax error here": "{0*}，且此处有语法错误",
  "{} and {#} others have it": "{0} 等（另有 {1} 个）框架中的写法",
  "a schedule as {} and {#} others have it": "{0} 等框架（另有 {1} 个）的调度",
  "a schedule as {}": "{0*} 的调度",
  "a schedule as {#} has it": "{0} 的调度",
  ...Object.fromEntries(
    ["Python", "JSON", "YAML", "TOML"].flatMap((title) => [
      [`${title} with {}`, `含 {0} 的 ${title}`],
      [`${title} with {} and {#} more`, `含 {0} 等（另有 {1} 个）的 ${title}`],
      [`${title} with {}, with calls of none of theirs`, `含 {0}、其中的调用不属于任何框架的 ${title}`],
      [
        `${title} with {} and {#} more, with calls of none of theirs`,
        `含 {0} 等（另有 {1} 个）、其中的调用不属于任何框架的 ${title}`,
      ],
      [`${title} with calls of none of theirs`, `其中的调用不属于任何框架的 ${title}`],
    ]),
  ),
  "a page": "网页",
  "a page with {}": "含 {0} 的网页",
  "a page with {}, with calls of none of theirs": "含 {0}、其中的调用不属于任何框架的网页",
  "a page with calls of none of theirs": "其中的调用不属于任何框架的网页",
  "a command line with {}": "含 {0} 的命令行",
  "a command line with {} and {#} more": "含 {0} 等（另有 {1} 个）的命令行",
  "a command line": "命令行",
  "a command with flags": "带选项的命令",
  "{} is not read: what is read here has no such flag": "没有读取 {0}：此处所读的内容没有这个选项",
  "the text sets {} of {} later on, which is not read": "文本后来设置了 {1} 的 {0}，这没有读取",
  "nothing asks for {}": "没有用到 {0}",
  "nothing asks for {}; did you mean {}?": "没有用到 {0}；是否想用 {1}？",
  "step() is called in several loops, at lines {}: what one step is cannot be told":
    "多个循环中都调用了 step()，在第 {0} 行：无法断定一步是什么",
  "step() is called only where {}: what one step is cannot be told": "只在 {0} 时调用 step()：无法断定一步是什么",
  "step() is called once an update": "每次更新调用一次 step()",
  "step() is called once an epoch": "每轮调用一次 step()",
  "step() is called once an update, and the schedule counts in epochs": "每次更新调用一次 step()，而调度按轮计数",
  "step() is called once an epoch, and the schedule counts in updates": "每轮调用一次 step()，而调度按更新计数",
  "step(…) is told at every update how many epochs are done": "每次更新都把已完成的轮数传给 step(…)",
  "step(…) is told at every update how many epochs are done, and the rate is the next one's":
    "每次更新都把已完成的轮数传给 step(…)，所得学习率用于下一次更新",
  "step(…) is told at every update how many updates are done": "每次更新都把已完成的更新次数传给 step(…)",
  "step(…) is told at every update what part of the epochs is done": "每次更新都把已完成的轮数（含小数）传给 step(…)",
  "step(…) is told at every update what part of the epochs is done, and the rate is the next one's":
    "每次更新都把已完成的轮数（含小数）传给 step(…)，所得学习率用于下一次更新",
  "what step(…) is told at every update cannot be told": "无法断定每次更新传给 step(…) 的是什么",
  "step() is called once in {#} updates": "每 {0} 次更新调用一次 step()",
  "step() is called once in {#} epochs": "每 {0} 轮调用一次 step()",
  "step() is called once in {#} updates, for the first time after {#}":
    "每 {0} 次更新调用一次 step()，首次在第 {1} 次之后",
  "step() is called once in {#} epochs, for the first time after {#}": "每 {0} 轮调用一次 step()，首次在第 {1} 轮之后",
  "its rate moves at every update, not only with epochs: say --steps-per-epoch":
    "它的学习率每次更新都在变化，而不只在轮与轮之间：请给出 --steps-per-epoch",
  "its steps are not these, and its plan cannot be written in them": "它的步与此不同，其计划无法以此写出",
  "every epoch begins to count the {#} updates anew: say --steps-per-epoch where that is no multiple of {#}":
    "每轮都重新数这 {0} 次更新：若每轮的更新次数不是 {1} 的倍数，请给出 --steps-per-epoch",
  "step() is called {#} times an update": "每次更新调用 {0} 次 step()",
  "step() is called {#} times an epoch": "每轮调用 {0} 次 step()",
  "that is so only where an epoch has a multiple of {#} batches": "只有每轮的批数是 {0} 的倍数时才是如此",
  "step() is called once an update, for the first time after {#}": "每次更新调用一次 step()，首次在第 {0} 次之后",
  "step() is called once an epoch, for the first time after {#}": "每轮调用一次 step()，首次在第 {0} 轮之后",
  "step() is called once an update, and once before the first update: every rate is an update early":
    "每次更新调用一次 step()，首次更新之前也调用一次：每个学习率都早一次更新",
  "step() is called once an epoch, and once before the first update: every rate is an epoch early":
    "每轮调用一次 step()，首次更新之前也调用一次：每个学习率都早一轮",
  "step() is called once an update, and {#} times before the first update: every rate is {#} updates early":
    "每次更新调用一次 step()，首次更新之前调用 {0} 次：每个学习率都早 {1} 次更新",
  "step() is called once an epoch, and {#} times before the first update: every rate is {#} epochs early":
    "每轮调用一次 step()，首次更新之前调用 {0} 次：每个学习率都早 {1} 轮",
  "step(…) is told more epochs than are done: every rate is an epoch early":
    "传给 step(…) 的轮数多于已完成的轮数：每个学习率都早一轮",
  "step(…) is told fewer epochs than are done: every rate is an epoch late":
    "传给 step(…) 的轮数少于已完成的轮数：每个学习率都晚一轮",
  "step(…) is told more updates than are done: every rate is an update early":
    "传给 step(…) 的更新次数多于已完成的次数：每个学习率都早一次更新",
  "step(…) is told fewer updates than are done: every rate is an update late":
    "传给 step(…) 的更新次数少于已完成的次数：每个学习率都晚一次更新",
  "step(…) is told more epochs than are done: every rate is {#} epochs early":
    "传给 step(…) 的轮数多于已完成的轮数：每个学习率都早 {0} 轮",
  "step(…) is told fewer epochs than are done: every rate is {#} epochs late":
    "传给 step(…) 的轮数少于已完成的轮数：每个学习率都晚 {0} 轮",
  "step(…) is told more updates than are done: every rate is {#} updates early":
    "传给 step(…) 的更新次数多于已完成的次数：每个学习率都早 {0} 次更新",
  "step(…) is told fewer updates than are done: every rate is {#} updates late":
    "传给 step(…) 的更新次数少于已完成的次数：每个学习率都晚 {0} 次更新",
  "lr_scheduler_step says for itself when it is stepped: what one step is cannot be told":
    "lr_scheduler_step 自行规定何时前进一步：无法断定一步是什么",
  "{#} step the same optimizer: each goes on from the rate that the other made":
    "{0} 调整同一个优化器：各自从另一个所得的学习率继续",
  "{#} step the same optimizer, at lines {}: each goes on from the rate that the other made":
    "{0} 在第 {1} 行调整同一个优化器：各自从另一个所得的学习率继续",
  "{#} steps the same optimizer: what both make of its rate cannot be told":
    "{0} 也调整同一个优化器：无法断定两者合起来的学习率",
  "{#} has groups with rates of their own that are not read, since loops or conditions add them":
    "{0} 有些参数组有自己的学习率，因由循环或条件加入而没有读取",
  "how many updates an epoch has, which one of its schedulers counts": "每轮有多少次更新，其中一个调度按此计数",
  "when {}": "何时 {0}",
  "schedulers of several clocks": "步调不同的调度器",
  "steps of which it can be told when they are made": "可以断定何时前进的步",
  "{} is {}, as {} says": "{0} 为 {1}，依据 {2}",
  "--set {} gives a text, where a number may be needed": "--set {0} 给出的是文本，而这里可能需要数",
  "JSON, which has no comments": "JSON，其中没有注释",
  "an object with a plan for each hyperparameter": "每个超参数各有一个计划的对象",
  "an empty one": "空对象",
  "an object of the run's facts": "由运行信息组成的对象",
  "a rate from 0": "不小于 0 的学习率",
  "it is given to {#}, which is not known: this is its part alone": "它被传给未知的 {0}：这里只是它自己的部分",

  "a schedule that can be read": "可以读取的调度",
  "a function that is arithmetic and conditions alone": "只含算术和条件的函数",
  "a rate that was set at most {#} steps before": "在此前 {0} 步之内设置过的学习率",
  "a dictionary": "字典",
  "one value": "一个值",
  "a value": "一个值",
  "at most {#} arguments": "最多 {0} 个参数",
  "at most {#} schedules": "最多 {0} 个调度",
  "at most {#} schedules in a text": "一个文本中最多 {0} 个调度",
  "the param groups": "参数组",
  "at most {#} values in the schedules of a text": "一个文本的全部调度中最多 {0} 个值",
  "at most {#} characters": "最多 {0} 个字符",
  "at most {#} characters of Python": "最多 {0} 个字符的 Python",
  "at most {#} words and marks of Python that schedules may depend on": "调度可能依赖的 Python 最多 {0} 个词和符号",
  "the end of the text": "文本结束",
  "a key in double quotes": "双引号中的键",
  'a key in double quotes or "}"': '双引号中的键，或 "}"',
  '"," or {#}': '"," 或 {0}',
  "YAML of at most {#} lines, commas and colons": "行、逗号和冒号合计不超过 {0} 个的 YAML",
  "an anchor that stands before, whole": "前文中已经写完的锚点",
  "what a YAML tag builds": "YAML 标签所构造的值",
  "a key of one value": "单个值的键",
  "a key of several": "多个值的键",
  "dictionaries to merge": "可合并的字典",
  "another value": "其他值",
  "what a condition or a loop sets it to": "由条件或循环设定的值",

  'a call such as cosine({ from: "1x", to: 0, over: 100 })': '形如 cosine({ from: "1x", to: 0, over: 100 }) 的调用',
  "nothing after the call": "调用之后没有其他内容",
  "no gaps in a list": "列表中没有空缺",
  "fields by name": "按名字给出的字段",
  "a part of what the call makes": "调用结果中的一部分",
  "a call, an object, a list, a number or a text": "调用、对象、列表、数或文本",
  "a kind or a recipe of the library": "本库的基本种类或配方",
  "Unexpected token": "意外的记号",
  "Unterminated string constant": "字符串没有结束",

  "the optimizer's rate": "优化器的学习率",
  "the optimizer's rate, which the plan is a multiple of": "优化器的学习率，计划以它的倍数表示",
  "the rate of which the plan is a multiple": "学习率，计划以它的倍数表示",
  "the samples of the training set": "训练集的样本数",
  "how many processes train": "训练的进程数",
  "{} is text in YAML 1.1; it is read as the number that it writes": "{0} 在 YAML 1.1 中是文本；这里按它所写的数读取",
  "is text in YAML 1.1; it is read as the number that it writes": "在 YAML 1.1 中是文本；这里按它所写的数读取",
  "how often Lightning steps it cannot be told: what one step is cannot be told":
    "无法断定 Lightning 多久让它前进一步：无法断定一步是什么",
  "Lightning steps it once an update": "Lightning 每次更新让它前进一步",
  "Lightning steps it once an epoch": "Lightning 每轮让它前进一步",
  'Lightning steps it once an update, since no "interval" says "step"':
    'Lightning 每次更新让它前进一步，因为没有 "interval" 写明 "step"',
  'Lightning steps it once an epoch, since no "interval" says "step"':
    'Lightning 每轮让它前进一步，因为没有 "interval" 写明 "step"',
  ...Object.fromEntries(
    (
      [
        ["updates", "次更新"],
        ["epochs", "轮"],
      ] as const
    ).flatMap(([unit, word]) => [
      [`Lightning steps it once in {#} ${unit}`, `Lightning 每 {0} ${word}让它前进一步`],
      [
        `Lightning steps it once in {#} ${unit}, since no "interval" says "step"`,
        `Lightning 每 {0} ${word}让它前进一步，因为没有 "interval" 写明 "step"`,
      ],
      [
        `Lightning steps it once in {#} ${unit}, and the schedule counts in updates`,
        `Lightning 每 {0} ${word}让它前进一步，而调度按更新计数`,
      ],
      [
        `Lightning steps it once in {#} ${unit}, and the schedule counts in epochs`,
        `Lightning 每 {0} ${word}让它前进一步，而调度按轮计数`,
      ],
    ]),
  ),
  "Lightning steps it once an update, and the schedule counts in epochs":
    "Lightning 每次更新让它前进一步，而调度按轮计数",
  "Lightning steps it once an epoch, and the schedule counts in updates":
    "Lightning 每轮让它前进一步，而调度按更新计数",
};
