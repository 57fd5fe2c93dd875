import type { Catalogue } from "../translator.ts";

/** What the help says, of the program and of every command; and what the parser of its words does. */
export const help: Catalogue = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Examples:": "示例：",
  "{} (choices: {})": "{0*}（可选：{1}）",
  "(choices: {})": "（可选：{0}）",
  "print the version": "打印版本号",
  "print this text": "打印本帮助",
  "print the help of a command": "打印某个命令的帮助",
  "the language of messages (default: the locale's)": "消息的语言（默认：按系统区域设置）",
  "{} Exit codes: 0 {}, 1 {}, 2 {}.": "{0*} 退出码：0 {1*}，1 {2*}，2 {3*}。",
  "all is well": "一切正常",
  "something was found": "发现问题",
  "it could not be done": "无法完成",

  "missing required argument '{#}'": "缺少必需的参数 '{0}'",
  "option '{}' argument missing": "选项 '{0}' 缺少取值",
  "unknown option '{}'": "未知选项 '{0}'",
  "unknown option '{}' (Did you mean {}?)": "未知选项 '{0}'（是否想用 {1*}？）",
  "unknown command '{}'; a source comes after a command: anneal plot {}":
    "未知命令 '{0}'；来源要写在命令之后：anneal plot {1}",
  "missing required argument '{}'; see anneal {} --help": "缺少必需的参数 '{0}'；参见 anneal {1} --help",
  "unknown command '{}'": "未知命令 '{0}'",
  "unknown command '{}' (Did you mean {}?)": "未知命令 '{0}'（是否想用 {1*}？）",
  "one of {}": "{0} 之一",
  "too many arguments. Expected {#} argument but got {#}.": "参数过多：应有 {0} 个，实际有 {1} 个。",
  "too many arguments. Expected {#} arguments but got {#}.": "参数过多：应有 {0} 个，实际有 {1} 个。",
  "too many arguments for '{#}'. Expected {#} argument but got {#}.": "'{0}' 的参数过多：应有 {1} 个，实际有 {2} 个。",
  "too many arguments for '{#}'. Expected {#} arguments but got {#}.": "'{0}' 的参数过多：应有 {1} 个，实际有 {2} 个。",
  "option '{}' argument '{}' is invalid. Allowed choices are {}.": "选项 '{0}' 的取值 '{1}' 无效，可选：{2}。",
  "command-argument value '{}' is invalid for argument '{#}'. Allowed choices are {}.":
    "参数 '{1}' 的取值 '{0}' 无效，可选：{2}。",

  "See, check, convert, compare and audit learning-rate schedules, of any framework.":
    "查看、检查、转换、比较和核对学习率调度，适用于各种框架。",
  "A source is a plan's JSON file, any file of a framework (Python, YAML, JSON, TOML, a script with flags), - for standard input, or a call such as 'warmupCosine({warmup: 500})'. It is read and never run. Of a flag that is given twice the last counts, but for those that may be given again and again, such as --set.":
    "来源可以是计划的 JSON 文件、任一框架的文件（Python、YAML、JSON、TOML，或带命令行选项的脚本）、表示标准输入的 -，也可以是 'warmupCosine({warmup: 500})' 这样的调用。来源只被读取，绝不会被执行。同一选项给出两次时以最后一次为准；--set 等可重复给出的选项除外。",

  "the optimizer's own rate, which plans mean by 1x": "优化器自身的学习率，即计划中的 1x",
  "how many updates the run has, or epochs: such as 10000 or 30ep": "整个运行的更新次数或轮数：如 10000 或 30ep",
  "how many updates an epoch has": "每轮的更新次数",
  "how many samples an update consumes": "每次更新消耗的样本数",
  "how many tokens an update consumes": "每次更新消耗的 token 数",
  "a fact that the source does not have, by the name it is asked for": "补充来源中缺少的信息，名字即询问它时所用的名字",
  "read the source as this framework's (default: it is recognised)": "按此框架读取来源（默认：自动识别）",
  "of several schedules in a source the n-th, or the one of this name (default: the last that is complete)":
    "来源中有多个调度时，取第 n 个，或取这个名字的（默认：最后一个完整的）",

  "draw schedules in the terminal, or to a picture": "把调度画在终端里，或画成图片",
  "Draws schedules over their run: all groups and hyperparameters, several sources over each other. Pictures are exact at every corner; values are those of every update, of some where there are more than a million.":
    "画出调度在整个运行中的曲线：包括所有参数组和超参数，多个来源叠在一起。图片在每个拐点处都精确；数值取自每一次更新，超过一百万次时取其中一部分。",
  "values on a logarithmic scale, without what is below a millionth of the peak":
    "数值用对数刻度，不画低于峰值百万分之一的部分",
  "these hyperparameters alone, separated by commas": "只取这些超参数，用逗号分隔",
  "columns of the chart (default: as the terminal), or pixels of a picture (760)":
    "图表的列数（默认：与终端相同），或图片的像素宽度（760）",
  "rows of the chart (default: 16), or pixels of a picture": "图表的行数（默认：16），或图片的像素高度",
  "what stands above a picture": "图片上方的标题",
  "colours of a picture; auto is as its viewer's (default: auto; png: light)":
    "图片的配色；auto 随查看器而定（默认：auto；png：light）",
  "write a picture or the values instead: .svg, .png, .csv or .json": "改为写入图片或数值：.svg、.png、.csv 或 .json",
  "print {unit, every, steps, curves: [{name, hyperparameter, group, values}]} as JSON instead":
    "改为以 JSON 打印 {unit, every, steps, curves: [{name, hyperparameter, group, values}]}",
  "A recipe, as the library writes it:": "一个配方，按本库的写法：",
  "The scheduler of a training script:": "训练脚本中的调度器：",
  "Two plans over each other:": "两个计划叠在一起：",
  "A picture:": "一张图片：",
  "The value of every update:": "每次更新的数值：",

  "the values of a schedule at chosen steps, where it changes, and what it comes to":
    "列出调度在选定步的数值、变化之处和汇总",
  "Tells a schedule in numbers: values at chosen steps, the steps at which it changes its course, and of each hyperparameter and group the peak, the final value, the sum of all values, and how long it rises, is flat and falls.":
    "用数字描述调度：选定步的数值、走势改变的步，以及每个超参数和参数组的峰值、终值、全部数值之和，还有上升、持平、下降各占多久。",
  'the steps to tell: such as "0,50,5ep,10%,last", separated by commas':
    '要列出的步：如 "0,50,5ep,10%,last"，用逗号分隔',
  'a row each so many steps: such as "100" or "1ep" (default: where it begins, changes and ends)':
    '每隔多少步一行：如 "100" 或 "1ep"（默认：起点、变化处和终点）',
  "print the values alone, as CSV": "只打印数值，格式为 CSV",
  "print {source, framework, unit, steps, run, curves, rows} as JSON":
    "以 JSON 打印 {source, framework, unit, steps, run, curves, rows}",
  "A recipe, where it begins, changes and ends:": "一个配方的起点、变化处和终点：",
  "A row for each epoch:": "每轮一行：",
  "Around a milestone:": "里程碑前后：",
  "For a spreadsheet:": "用于电子表格：",

  "find what makes a schedule train otherwise than it was meant to": "找出使训练偏离调度本意的问题",
  "Judges schedules in their run by a list of rules (docs/check.md), each with a stable code: what is wrong, where, what it means in this run, and how to mend it. Exit code 1 where there are errors.":
    "按一组规则（docs/check.md）逐条检查调度在其运行中的表现，每条规则都有固定的代码：错在哪里、是什么问题、对这次运行意味着什么、如何修正。有错误时退出码为 1。",
  "how many processes train together (default: 1)": "共同训练的进程数（默认：1）",
  "how many micro-batches make one update (default: 1)": "多少个微批合成一次更新（默认：1）",
  "rules that are not to speak, such as AN003,AN006": "不报告的规则，如 AN003,AN006",
  "warnings are errors": "把警告当作错误",
  "how findings are told; github is annotations (default: text)": "结果的输出格式；github 即注解（默认：text）",
  "the same as --format json": "与 --format json 相同",
  "A warm-up that is longer than the run:": "热身（预热）比整个运行还长：",
  "A training script on eight GPUs:": "在八块 GPU 上运行的训练脚本：",
  "In continuous integration:": "用于持续集成：",
  "For code scanning:": "用于代码扫描：",

  "write a schedule as another framework's code or configuration": "把调度写成另一框架的代码或配置",
  "Writes a schedule as code or configuration of another framework, and says on standard error whether that is exact, or what deviates. Exit code 0: it is exact; 1: it is not, or did not prove so with --verify.":
    "把调度写成另一框架的代码或配置，并在标准错误上说明结果是否精确，或有何偏差。退出码 0：精确；1：不精确，或未能通过 --verify 的验证。",
  "what to write": "要写成什么",
  "the hyperparameter to convert (default: lr, or the only one)": "要转换的超参数（默认：lr，或唯一的那个）",
  "the param group to convert, from 0 (default: 0)": "要转换的参数组，从 0 数起（默认：0）",
  "what the code calls it (default: the framework's usual word)": "代码中所用的名字（默认：该框架惯用的名字）",
  "write the code to a file": "把代码写入文件",
  "print {target, code, exact, notes, verified?} as JSON": "以 JSON 打印 {target, code, exact, notes, verified?}",
  "run the code that was written, never the source, in a local Python that has the framework, and compare the value of every update with the plan's":
    "在装有该框架的本机 Python 中运行所写出的代码（绝不运行来源），并把每次更新的值与计划比较",
  "the Python to verify with (default: python3)": "验证所用的 Python（默认：python3）",
  "how long verifying may take (default: 120)": "验证最多用多少秒（默认：120）",
  "A recipe as PyTorch's own schedulers:": "把配方写成 PyTorch 自己的调度器：",
  "A PyTorch script's schedule in JAX:": "把 PyTorch 脚本的调度搬到 JAX：",
  "Keras code that is really run and compared:": "真正运行并比较过的 Keras 代码：",
  "Any framework's configuration as a plan, to keep:": "把任一框架的配置存成计划：",

  "measure how far two schedules are apart, and name the convention that it comes from":
    "量出两个调度相差多少，并指出差异出自哪种约定",
  "Compares two schedules at every update: hyperparameter by hyperparameter, group by group. What the flags say of the run goes for both. Exit code 0: they are the same; 1: they differ.":
    "逐次更新比较两个调度：逐个超参数、逐个参数组。选项给出的运行信息对两者都适用。退出码 0：相同；1：不同。",
  "read both sources as this framework's (default: it is recognised)": "两个来源都按此框架读取（默认：自动识别）",
  "up to which share of a value two are the same (default: 1e-12)": "相对差不超过多少即视为相同（默认：1e-12）",
  "values on a logarithmic scale": "数值用对数刻度",
  "columns of the chart (default: as the terminal)": "图表的列数（默认：与终端相同）",
  "rows of the chart (default: 12)": "图表的行数（默认：12）",
  "print {same, runs, curves, onlyInA, onlyInB} as JSON": "以 JSON 打印 {same, runs, curves, onlyInA, onlyInB}",
  "Whether a plan is still the same:": "计划是否仍然相同：",
  "Whether a configuration means what the script before it meant:": "新配置与原来的脚本含义是否相同：",
  "What one option changes, named:": "指出改动一个选项带来的差异：",
  "Up to the rounding of 32 bits:": "忽略 32 位舍入的差异：",

  "print the JSON Schema of a saved plan, for editors": "打印计划文件的 JSON Schema，供编辑器使用",
  "Prints the JSON Schema (draft 2020-12) of a plan's saved form and of a program with its run, by which editors complete and check the files.":
    "打印计划的保存格式及带运行信息的程序的 JSON Schema（draft 2020-12），编辑器据此补全和检查文件。",
  "write it to a file": "写入文件",
  "A file for an editor's settings, such as VS Code's json.schemas:":
    "供编辑器设置引用的文件，如 VS Code 的 json.schemas：",
  "A check without this library:": "不用本库也能检查：",

  "print what makes a shell complete this command": "打印 shell 补全脚本",
  "Prints a script by which the shell completes commands, flags, their values and files.":
    "打印一段脚本，让 shell 补全命令、选项、选项的取值和文件名。",
  "For bash, from the next start on:": "用于 bash，下次启动起生效：",
  "For zsh, into a folder of its fpath:": "用于 zsh，放入其 fpath 中的目录：",
  "For fish:": "用于 fish：",
  "For this one shell:": "只用于当前 shell：",
};
