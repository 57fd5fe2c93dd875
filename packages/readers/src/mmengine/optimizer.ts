import type { Context } from "../context.ts";
import { lookUp } from "../document.ts";
import { limited, number, type There } from "../parameter.ts";
import { isDictionary, Unknown, type Value } from "../value.ts";

/** What a configuration says of one optimizer. */
export interface Optimizer {
  /** The rate of the groups that have none of their own. */
  readonly lr?: number | undefined;
  /** What …Momentum classes move, as programs call it. */
  readonly momentum: "momentum" | "beta1";
  /** The own values of hyperparameters besides the rate. */
  readonly values: ReadonlyMap<string, number>;
  /** How many iterations one update is. */
  readonly accumulates: number;
}

const rate = limited(number, "a number from 0", (value) => value >= 0);

/** Reads `optim_wrapper`, of one optimizer or, under its name, of one among several. */
export function readOptimizer(data: Value, name: string | undefined, there: (...path: string[]) => There): Optimizer {
  const path = ["optim_wrapper", ...(name === undefined ? [] : [name])];
  const optimizer = lookUp(data, ...path, "optimizer");
  const read = (key: string, value: Value | undefined): number | undefined =>
    value === undefined || value === null ? undefined : rate.read(value, there(...path, "optimizer", key));
  const betas = lookUp(optimizer, "betas");
  const type = lookUp(optimizer, "type");
  const isAdam = betas !== undefined || /adam|lamb|lion/i.test(type instanceof Unknown ? type.name : String(type));
  const lr = read("lr", lookUp(optimizer, "lr"));
  const values = new Map<string, number>();
  const momentum = isAdam ? (Array.isArray(betas) ? betas[0] : undefined) : lookUp(optimizer, "momentum");
  const own = { [isAdam ? "beta1" : "momentum"]: momentum, weightDecay: lookUp(optimizer, "weight_decay") };
  for (const [key, value] of Object.entries(own)) {
    if (typeof value === "number" && Number.isFinite(value)) values.set(key, value);
  }
  const counts = lookUp(data, ...path, "accumulative_counts");
  return {
    lr,
    momentum: isAdam ? "beta1" : "momentum",
    values,
    accumulates: typeof counts === "number" && counts > 1 ? counts : 1,
  };
}

/** What `auto_scale_lr` multiplies the rate by. */
export function scaleOf(data: Value, context: Context, there: (...path: string[]) => There): number | undefined {
  const scaling = lookUp(data, "auto_scale_lr");
  if (!isDictionary(scaling) || scaling.get("enable") !== true) return 1;
  const need = (name: string, why: string): number | undefined => {
    const given = context.given(name);
    if (given === undefined) context.need(name, why, there("auto_scale_lr", "enable").place);
    return typeof given === "number" ? given : undefined;
  };
  const base = number.read(scaling.get("base_batch_size") ?? null, there("auto_scale_lr", "base_batch_size"));
  const written = lookUp(data, "train_dataloader", "batch_size");
  const each =
    written === undefined
      ? need("train_dataloader.batch_size", "auto_scale_lr is enabled: samples of an iteration on one device")
      : number.read(written, there("train_dataloader", "batch_size"));
  const devices = need("world_size", "auto_scale_lr is enabled: how many devices train");
  return base === undefined || each === undefined || devices === undefined ? undefined : (devices * each) / base;
}
