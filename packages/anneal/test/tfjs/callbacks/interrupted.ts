import type { LayersModel } from "@tensorflow/tfjs-layers";
import { type Plan, warmupCosine } from "../../../src/index.ts";
import type { Recorded } from "./training.ts";

/** A plan that needs the length of an epoch and of the run. */
export const plan: Plan = warmupCosine({ warmup: "1 epochs", from: 0.001 });

/** The optimizers that go on to the same bit after saving and loading. */
export const EXACT = ["sgd", "momentum", "adagrad", "adadelta", "rmsprop"] as const;

/** The logs of several fits as if they were one. */
export function joined(parts: readonly Recorded[]): Recorded {
  const names = Object.keys(parts[0]?.epochs ?? {});
  return {
    batches: parts.flatMap(({ batches }) => batches),
    epochs: Object.fromEntries(names.map((name) => [name, parts.flatMap(({ epochs }) => epochs[name] ?? [])])),
  };
}

/** A callback that stops the training at the end of a batch of an epoch, or of the epoch. */
export function stopAt(model: LayersModel, epoch: number, batch?: number): object {
  let now = 0;
  return {
    onEpochBegin: (begun: number) => {
      now = begun;
    },
    onBatchEnd: (ended: number) => {
      if (now === epoch && ended === batch) model.stopTraining = true;
    },
    onEpochEnd: (ended: number) => {
      if (ended === epoch && batch === undefined) model.stopTraining = true;
    },
  };
}

/** A state as it comes out of a file. */
export function throughJson<T>(state: T): T {
  return JSON.parse(JSON.stringify(state));
}
