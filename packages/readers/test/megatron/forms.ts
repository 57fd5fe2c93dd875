import type { Case } from "../../../anneal/test/parity/port.ts";
import { megatron as written } from "../../../anneal/test/parity/ports/megatron.ts";
import type { Document } from "../../src/document.ts";
import { megatron } from "../../src/megatron/megatron.ts";
import { flags } from "../../src/notations/flags.ts";
import { yaml } from "../../src/notations/yaml.ts";
import { Call } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";
import { flagsText } from "../flagsText.ts";
import { callDocument, type Form } from "../readPorts.ts";

interface Config {
  readonly init_lr: number;
  readonly max_lr: number;
  readonly min_lr: number;
  readonly lr_warmup_steps: number;
  readonly lr_decay_steps: number;
  readonly lr_decay_style: string;
  readonly wsd_decay_steps?: number;
  readonly lr_wsd_decay_style?: string | null;
  readonly groups?: readonly { readonly max_lr?: number; readonly min_lr?: number }[];
  readonly start_wd: number;
  readonly end_wd: number;
  readonly wd_incr_steps: number;
  readonly wd_incr_style: string;
  readonly rampup_batch_size?: readonly number[];
  readonly global_batch_size: number;
  readonly micro_batch_size: number;
  readonly data_parallel_size: number;
  readonly decrease_batch_size_if_needed: boolean;
  readonly lr: Config;
}

/** A run that counts samples, one in each update. */
function rates(config: Config): Record<string, unknown> {
  const second = config.groups?.[1];
  return {
    lr: config.max_lr,
    min_lr: config.min_lr,
    lr_decay_style: config.lr_decay_style,
    lr_wsd_decay_style: config.lr_wsd_decay_style,
    lr_warmup_init: config.init_lr,
    lr_warmup_samples: config.lr_warmup_steps,
    lr_decay_samples: config.lr_decay_steps,
    lr_wsd_decay_samples: config.wsd_decay_steps,
    train_samples: config.lr_decay_steps + 1,
    decoupled_lr: second?.max_lr,
    decoupled_min_lr: second?.min_lr,
    global_batch_size: 1,
  };
}

function weightDecay(config: Config): Record<string, unknown> {
  const style = config.wd_incr_style;
  const own =
    style === "constant"
      ? { weight_decay: config.end_wd }
      : { start_weight_decay: config.start_wd, end_weight_decay: config.end_wd };
  const steps = config.wd_incr_steps;
  return {
    lr: 1,
    lr_decay_style: "constant",
    weight_decay_incr_style: style,
    ...own,
    train_samples: steps,
    global_batch_size: 1,
  };
}

function ramp(config: Config): Record<string, unknown> {
  const { global_batch_size, micro_batch_size, decrease_batch_size_if_needed } = config;
  return { ...rates(config.lr), global_batch_size, micro_batch_size, decrease_batch_size_if_needed };
}

function command(name: string, one: Case<never>): Document {
  const config = one.config as Config;
  if (name === "weight_decay") return flags(flagsText("torchrun pretrain_gpt.py", weightDecay(config)));
  if (name !== "rampup_batch_size") return flags(flagsText("torchrun pretrain_gpt.py", rates(config)));
  const text = flagsText("torchrun pretrain_gpt.py", ramp(config));
  return flags(`${text} \\\n --rampup-batch-size ${config.rampup_batch_size?.join(" ")}`);
}

/** By sections, as Megatron Bridge has them. */
function file(_: string, one: Case<never>): Document {
  const { lr, min_lr, train_samples, global_batch_size, ...scheduler } = rates(one.config);
  const section = (name: string, entries: object): string[] => [
    `${name}:`,
    ...Object.entries(entries).flatMap(([key, value]) =>
      value === undefined || value === null ? [] : [`  ${key}: ${value}`],
    ),
  ];
  const text = [
    ...section("optimizer", { lr, min_lr }),
    ...section("train", { train_samples, global_batch_size }),
    ...section("scheduler", scheduler),
  ];
  return yaml(text.join("\n"));
}

function constructed(name: string, one: Case<never>): Document {
  const { groups = [{}], ...config } = one.config as Config;
  const optimizer = new Call("torch.optim.AdamW", { positional: [data(groups)] });
  const rest = { init_lr: 0, max_lr: 1, min_lr: 0, lr_warmup_steps: 0, lr_decay_steps: 10, lr_decay_style: "constant" };
  const decay = { start_wd: 0, end_wd: 0, wd_incr_steps: 1, wd_incr_style: "constant" };
  const named = new Map([
    ...dictionary({ ...(name === "weight_decay" ? rest : decay), ...config }),
    ["optimizer", optimizer],
  ]);
  return callDocument("megatron.core.optimizer_param_scheduler.OptimizerParamScheduler", named);
}

const values = ({ config }: Case<never>) => {
  const { data_parallel_size } = config as Config;
  return data_parallel_size === undefined ? {} : { data_parallel_size };
};

const common = { framework: megatron, written, values, series: { lr: "values" } };

/** A command line. */
export const commands: Form = { ...common, document: command };

/** A command line whose batch size grows: the table has its rates. */
export const ramps: Form = { ...commands, series: { lr: "rates" } };

/** A file of sections. */
export const files: Form = { ...common, document: file };

/** As Python builds them. */
export const calls: Form = { ...common, document: constructed };

/** Their weight decay. */
export const weightDecays: Form = { ...calls, series: { weightDecay: "values" } };

/** Which of the table's schedules are of the rate alone. */
export const isRate = (name: string): boolean => name !== "weight_decay" && name !== "rampup_batch_size";
