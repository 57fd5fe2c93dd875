import type { Catalogue } from "../translator.ts";
import { audit } from "./audit.ts";
import { auditCommand } from "./auditCommand.ts";
import { bugs } from "./bugs.ts";
import { commands } from "./commands.ts";
import { expectations } from "./expectations.ts";
import { findings } from "./findings.ts";
import { frameworks } from "./frameworks.ts";
import { help } from "./help.ts";
import { logs } from "./logs.ts";
import { mends } from "./mends.ts";
import { pace } from "./pace.ts";
import { pictures } from "./pictures.ts";
import { problems } from "./problems.ts";
import { python } from "./python.ts";
import { readers } from "./readers.ts";
import { resume } from "./resume.ts";
import { settings } from "./settings.ts";
import { torch } from "./torch.ts";
import { trainers } from "./trainers.ts";
import { writers } from "./writers.ts";

/**
 * Everything that the command says, in simplified Chinese. Names of flags, fields, codes and classes stay as they are.
 *
 * | English | 中文 | | English | 中文 |
 * |---|---|---|---|---|
 * | rate, learning rate | 学习率 | | warm-up | 热身（预热） |
 * | schedule | 调度 | | decay | 衰减 |
 * | scheduler | 调度器 | | milestone | 里程碑 |
 * | plan | 计划 | | cosine, restart | 余弦, 重启 |
 * | run | 运行 | | floor, peak | 下限, 峰值 |
 * | source | 来源 | | level, share | 水平, 比例 |
 * | update, step | 更新, 步 | | param group | 参数组 |
 * | epoch | 轮 | | base rate | 基础学习率 |
 * | batch, micro-batch | 批, 微批 | | process, device | 进程, 设备 |
 * | framework | 框架 | | convention | 约定 |
 */
export const catalogue: Catalogue = {
  ...help,
  ...commands,
  ...problems,
  ...expectations,
  ...findings,
  ...mends,
  ...trainers,
  ...writers,
  ...bugs,
  ...audit,
  ...auditCommand,
  ...pace,
  ...logs,
  ...resume,
  ...readers,
  ...python,
  ...torch,
  ...frameworks,
  ...settings,
  ...pictures,
};
