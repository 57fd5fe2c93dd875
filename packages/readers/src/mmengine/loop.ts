import type { Context } from "../context.ts";
import { lookUp } from "../document.ts";
import { limited, number, type There } from "../parameter.ts";
import { Unknown, type Value } from "../value.ts";

/** How long training is. */
export interface Loop {
  /** Whether an iteration-based loop trains, which is one epoch, whatever its length. */
  readonly byIteration: boolean;
  readonly epochs: number | undefined;
  readonly updates: number | undefined;
  /** Updates in an epoch, where it was given. */
  readonly epochLength: number | undefined;
}

const length = limited(number, "a whole number above 0", (value) => value > 0 && Number.isInteger(value));

/** Reads `train_cfg`. */
export function readLoop(data: Value, context: Context, there: (...path: string[]) => There): Loop {
  const read = (key: string): number | undefined => {
    const value = lookUp(data, "train_cfg", key);
    return value === undefined ? undefined : length.read(value, there("train_cfg", key));
  };
  const type = lookUp(data, "train_cfg", "type");
  const name = type instanceof Unknown ? type.name : String(type ?? "");
  const byIteration = name.includes("IterBased") || lookUp(data, "train_cfg", "by_epoch") === false;
  const given = context.given("epoch_length");
  const epochLength = typeof given === "number" && given > 0 ? given : undefined;
  if (byIteration) return { byIteration, epochs: 1, updates: read("max_iters"), epochLength };
  const epochs = read("max_epochs");
  const updates = epochs !== undefined && epochLength !== undefined ? epochs * epochLength : undefined;
  return { byIteration, epochs, updates, epochLength };
}
