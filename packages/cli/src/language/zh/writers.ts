import type { Catalogue } from "../translator.ts";

/** What is said of written code, and what the difference of two schedules comes from. */
export const writers: Catalogue = {
  "the curve from step {#} takes T steps to its end in one, T - 1 in the other: {#} in {#}, {#} in {#}":
    "从第 {0} 步开始的曲线，一方用 T 步到达终点，另一方用 T - 1 步：{2} 中为 {1} 步，{4} 中为 {3} 步",
  "the level {#} is a share of the base rate in {#}, absolute in {#}":
    "水平 {0} 在 {1} 中是基础学习率的比例，在 {2} 中是绝对值",
  "changes at t >= m in {#}, at t > m in {#}": "{0} 在 t >= m 时变化，{1} 在 t > m 时变化",
  "{#} is {#} times {#}": "{0} 是 {2} 的 {1} 倍",
  "{#} is one step ahead of {#}": "{0} 比 {1} 早一步",
  "the first update is number 0 in {#}, 1 in {#}, up to step {#}":
    "首次更新在 {0} 中编号为 0，在 {1} 中为 1，直到第 {2} 步",
  "the first update is number 0 in {#}, 1 in {#}, up to step {#}{}":
    "首次更新在 {0} 中编号为 0，在 {1} 中为 1，直到第 {2} 步{3}",

  "expects an optimizer whose lr is {#}": "要求优化器的 lr 为 {0}",
  "expects an optimizer whose lr is {#}, and {}": "要求优化器的 lr 为 {0}，并且 {1*}",
  "a schedule stepped every batch": "调度每批前进一步",
  "a step after every update": "每次更新后前进一步",
  "a step after every epoch": "每轮后前进一步",
  "step(t) after epoch t": "第 t 轮后调用 step(t)",
  "step_update(t) after update t": "第 t 次更新后调用 step_update(t)",
  "step(metric) after every validation": "每次验证后调用 step(metric)",
  "step(t, metric) after epoch t": "第 t 轮后调用 step(t, metric)",
  "warmup makes a step after every update, plateau a step(metric) after every validation":
    "warmup 每次更新后前进一步，plateau 每次验证后调用 step(metric)",
  "schedule makes a step after every update, plateau a step(metric) after every validation":
    "schedule 每次更新后前进一步，plateau 每次验证后调用 step(metric)",
  "warmup makes a step after every epoch, plateau a step(metric) after every validation":
    "warmup 每轮后前进一步，plateau 每次验证后调用 step(metric)",
  "schedule makes a step after every epoch, plateau a step(metric) after every validation":
    "schedule 每轮后前进一步，plateau 每次验证后调用 step(metric)",
  "warmup makes {#} steps, one after every update, and plateau a step(metric) after every validation only then":
    "warmup 前进 {0} 步，每次更新后一步，此后 plateau 才在每次验证后调用 step(metric)",
  "a Trainer gives it metric_for_best_model after every evaluation":
    "Trainer 在每次评估后把 metric_for_best_model 交给它",
  "a Trainer gives it metric_for_best_model after every evaluation: {} here":
    "Trainer 在每次评估后把 metric_for_best_model 交给它：此处为 {0}",
  "a step of the warm-up is an epoch, and metrics count from epoch {#} on": "热身的一步是一轮，指标从第 {0} 轮起才计入",
  "monitor is the name of the metric: here {}": "monitor 是指标的名字：此处为 {0}",
  "goes to fit's callbacks, with an optimizer whose learning_rate is {#}":
    "传给 fit 的 callbacks，优化器的 learning_rate 须为 {0}",
  "it watches for mode {}, and not for {}": "它按 {0} 模式观察，而不是 {1}",
  "a metric has to beat the best by {}, and there by {}": "指标须比最好的好出 {0*}，而那里是 {1*}",
  "{#} of it": "其 {0}",
  "{#} of it and {#}": "其 {0} 加 {1}",
  "it does not average {#} metrics before one is judged": "它不会先求 {0} 个指标的平均再作判断",
  "a metric that is not finite is a bad one there, and not skipped": "非有限的指标在那里算作变差，而不是跳过",
  "its {} cut comes to {#}, and not to {#}": "它的第 {0} 次降低降到 {1}，而不是 {2}",
  "what follows the metric is left out: {}": "跟随指标的部分已略去：{0*}",
  "what writes this plan sets the rate anew, and undoes every cut": "写出此计划的调度器会重新设定学习率，抵消每次降低",
  "Transformers has no schedule that does both": "Transformers 没有兼顾两者的调度",
  "timm's plateau cuts a rate that is held, after a warm-up or without one":
    "timm 的 plateau 只降低恒定的学习率，可在热身之后",
  "Keras's callback cuts a rate that is a number, and no schedule": "Keras 的回调只降低数值形式的学习率，而不是调度",
  "timm's plateau counts the epochs of its warm-up, and a step of it is no epoch here":
    "timm 的 plateau 按轮计热身，而此处的一步不是一轮",
  "not verified: a metric decides its rates, and there is none": "未验证：学习率由指标决定，而这里没有指标",
  "that of one group": "一个参数组的值",
  "goes to deepspeed.initialize(lr_scheduler={})": "传给 deepspeed.initialize(lr_scheduler={0})",
  "goes to a Trainer's optimizers, beside the optimizer": "与优化器一起传给 Trainer 的 optimizers",
  "needs the function functions[{}](t, args)": "需要函数 functions[{0}](t, args)",
  "needs the function arrays[{}](t, args), the same on arrays": "需要函数 arrays[{0}](t, args)，即对数组作同样的计算",
  "float32 is off by up to {} of the value": "float32 的误差最多为数值的 {0}",
  "jax-js computes it in float32, to 1e-6": "jax-js 用 float32 计算，精确到 1e-6",
  "Keras computes it in float32, to 1e-6": "Keras 用 float32 计算，精确到 1e-6",
  "computes in JAX's precision: float32, unless jax_enable_x64 is set":
    "按 JAX 的精度计算：除非设置 jax_enable_x64，否则为 float32",
  "FormulaLR has to be imported where the list is read, as by custom_imports":
    "读取该列表之处必须导入 FormulaLR，例如用 custom_imports",
  "the base rate is the optimizer's own, which has to be {#}": "基础学习率取自优化器，必须为 {0}",
  "1,000,000 at most": "最多 1,000,000",
  "how many steps the run has": "运行的步数",
  "a number above 0, which optimizers start from": "大于 0 的数，优化器由此开始",
  "the functions whose values the plan holds": "计划用到其数值的函数",
  "a dialect, such as python": "一种写法，如 python",
  "a free name of letters, digits and _, 64 at most": "由字母、数字和 _ 组成的未被占用的名字，最多 64 个字符",
  "a step of the scheduler": "调度器前进一步",
  "this is {}": "这里是 {0*}",
  "this is {}, and {#} more": "这里是 {0*}，另有 {1} 处",
  "a {#} curve": "{0} 曲线",
  "from step {#} a {#} curve": "从第 {0} 步起为 {1} 曲线",
  "from step {#} {#}": "从第 {0} 步起为 {1}",
  "Megatron-LM has flags for a linear warm-up to the highest rate and one decay after it: constant, linear, cosine, inverse-square-root (after a warm-up) or WSD, with lengths in whole iterations":
    "Megatron-LM 的命令行选项只能表示升到最高学习率的线性热身，及其后的一段衰减：恒定、线性、余弦、反平方根（须在热身之后）或 WSD，长度都是整数次迭代",
};
