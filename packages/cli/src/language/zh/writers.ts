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
