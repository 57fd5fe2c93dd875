import type { Context } from "../context.ts";
import { lookUp } from "../document.ts";
import type { There } from "../parameter.ts";
import type { Value } from "../value.ts";
import { step } from "./step.ts";

/** How long training is. */
export interface Runner {
  readonly byIteration: boolean;
  readonly epochs: number | undefined;
  readonly updates: number | undefined;
  /** Updates in an epoch, where it was given. */
  readonly epochLength: number | undefined;
}

/** Reads `runner`, or what came before it: `total_epochs` and `total_iters`. */
export function readRunner(data: Value, context: Context, there: (...path: string[]) => There): Runner {
  const read = (...paths: readonly (readonly string[])[]): number | undefined => {
    const path = paths.find((one) => lookUp(data, ...one) !== undefined);
    return path && step.read(lookUp(data, ...path) as Value, there(...path));
  };
  const told = (name: string): number | undefined => {
    const given = context.given(name);
    return typeof given === "number" && given > 0 ? given : undefined;
  };
  const type = lookUp(data, "runner", "type");
  const updates = read(["runner", "max_iters"], ["total_iters"]) ?? told("runner.max_iters");
  const epochs = read(["runner", "max_epochs"], ["total_epochs"]) ?? told("runner.max_epochs");
  const epochLength = told("epoch_length");
  const byIteration =
    typeof type === "string" ? type.includes("IterBased") : epochs === undefined && updates !== undefined;
  if (byIteration) return { byIteration, epochs: undefined, updates, epochLength };
  const all = epochs !== undefined && epochLength !== undefined ? epochs * epochLength : undefined;
  return { byIteration, epochs, updates: all, epochLength };
}
