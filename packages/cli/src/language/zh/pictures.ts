import type { Catalogue } from "../translator.ts";

/** What stands in pictures, and what is said of how states are drawn. */
export const pictures: Catalogue = {
  "learning rate": "学习率",
  "Schedules: {}": "调度：{0}",
  "values below a millionth of the peak are left out": "峰值百万分之一以下的值已略去",
  agrees: "符合",
  "differs and no known signature fits": "不同，且不符合任何已知的特征",
  "no font of this system has all of its letters, which are drawn as boxes; an .svg has them":
    "本系统没有含其中所有文字的字体，缺少的画成方框；.svg 中有这些文字",
  "its words are in English, for no font of this system has Chinese letters; an .svg has them":
    "图中文字为英文，因为本系统没有含汉字的字体；.svg 中有汉字",

  "from step {#} on {#} is multiplied by {}, as its controllers say: what they did before, and may still do, is not known":
    "从第 {0} 步起 {1} 乘以 {2}，这是其控制器给出的：它们此前做过什么、以后会做什么，都未知",
  "its controllers have left {#} as it is up to step {#}: what they may still do is not known":
    "到第 {1} 步为止，控制器没有改变 {0}：它们以后会做什么未知",
  "its controllers multiply {#} by {} from step {#} on: that is no part of the plan, and left out":
    "从第 {2} 步起，控制器把 {0} 乘以 {1}：这不属于计划，已略去",
  "a metric scales {#}: by how much is not known, and left out": "指标会缩放 {0}：缩放多少未知，已略去",
  "what its controllers did before is not known, and not drawn": "控制器此前做过什么未知，不绘出",
  "a list of states with their scales": "带有 scales 的状态列表",
};
