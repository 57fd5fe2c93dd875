import type { Catalogue } from "../translator.ts";

/** The bugs that `audit` knows, by their names. */
const names: Catalogue = {
  "planned for another total": "按另一个总步数制定",
  "longer or shorter times than planned": "各段时间比计划长或短",
  "the total is counted in micro-batches": "总步数按微批计算",
  "the total is counted per process": "总步数按进程计算",
  "at another place of the curve": "处在曲线的另一位置",
  "held above a floor": "被保持在下限之上",
  "the floor is ignored": "下限被忽略",
  "epochs are counted with their fractions": "轮数带小数计数",
  "a group that was never scheduled": "有参数组从未被调度",
  "groups swapped": "参数组互换",
  "the end is counted the other way": "终点的算法不同",
  "never scheduled": "从未被调度",
  "rescaled on resume": "恢复时被重新缩放",
  "restarted on resume": "恢复时从头开始",
  "all rates times a factor": "所有学习率都乘了一个系数",
  "the log counts micro-batches": "日志按微批计数",
  "the rates are logged a step apart": "学习率的记录错开一步",
  "updates were skipped": "有更新被跳过",
  "stairs where a ramp was planned": "计划是斜坡，实际是阶梯",
  "a schedule of epochs, stepped per batch": "按轮的调度，却每批前进一步",
  "a schedule of updates, stepped per epoch": "按更新的调度，却每轮前进一步",
  "stepped once for each micro-batch": "每个微批前进一步",
  "stepped once for each process": "每个进程前进一步",
  "stepped several times for each update": "每次更新前进多步",
  "stepped only every few updates": "几次更新才前进一步",
  "stepped twice for each update": "每次更新前进两步",
  "the schedule stopped": "调度停住了",
  "another warm-up": "热身不同",
  "a milestone at another time": "里程碑的时间不同",
  "the warm-up is missing": "缺少热身",
  "warmed up twice": "热身两次",
  "a decayed rate taken for the base rate": "把衰减后的学习率当作基础学习率",
};

/** A bug of `audit`: alone, before what shows it, and before how sure it is. */
export const bugs: Catalogue = Object.fromEntries(
  Object.entries(names).flatMap(([english, chinese]) => [
    [english, chinese],
    [`${english}: {}`, `${chinese}：{0*}`],
    [`${english} ({})`, `${chinese}（{0}）`],
  ]),
);
