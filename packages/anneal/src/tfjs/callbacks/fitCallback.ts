import { refuse } from "../../error.ts";
import { type Fit, type FitParams, fitOf } from "./fit.ts";
import type { TfjsModel } from "./tfjsModel.ts";

/** What fit logs for a batch or an epoch: numbers, or scalars that were not read yet. */
export type Logs = Record<string, unknown>;

/** A callback for the option `callbacks` of `fit` and `fitDataset`, alone or in a list. */
export interface FitCallback {
  onEpochBegin(epoch: number): void;
  onBatchBegin(batch: number, logs?: Logs): void;
  onEpochEnd(epoch: number, logs?: Logs): Promise<void>;
}

/** What a callback does, told which fit it is in. */
export interface Handlers {
  /** A fit begins, with this epoch. */
  begin(fit: Fit, epoch: number): void;
  epochBegin?(epoch: number): void;
  batchBegin(fit: Fit, logs: Logs): void;
  /** Where there is one, TensorFlow.js waits for the numbers of every batch. */
  readonly batchEnd?: ((logs: Logs) => Promise<void>) | undefined;
  epochEnd(fit: Fit, epoch: number, logs: Logs): Promise<void>;
}

const nothing = (): void => {};

/**
 * Makes the object that fit takes. TensorFlow.js wraps it, and tells the wrapper the params and nobody the model; but in
 * a list that starts with a callback class of its own it takes the object as it is, and then calls every method.
 */
export function fitCallback(model: TfjsModel, handlers: Handlers): FitCallback {
  let fit: Fit | undefined;
  const begun = (): Fit =>
    fit ?? refuse("callbacks", "onEpochBegin before anything else: fit calls it", "no epoch yet");
  const { batchEnd } = handlers;
  const callback: FitCallback & Record<string, unknown> = {
    onEpochBegin(this: { readonly params?: FitParams }, epoch: number): void {
      if (fit === undefined || fit.params !== this.params) {
        const next = fitOf(this.params, model);
        handlers.begin(next, epoch);
        fit = next;
      }
      fit.batches = 0;
      handlers.epochBegin?.(epoch);
    },
    onBatchBegin(batch: number, logs: Logs = {}): void {
      const now = begun();
      if (model.optimizer !== now.optimizer) refuse("model.optimizer", "the one that fit began with", "another one");
      now.batchBegin(batch);
      handlers.batchBegin(now, logs);
    },
    async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
      await handlers.epochEnd(begun(), epoch, logs);
    },
    ...(batchEnd && { onBatchEnd: (_: number, logs: Logs = {}): Promise<void> => batchEnd(logs) }),
    setModel: nothing,
    setParams(params: FitParams): void {
      callback.params = params;
      for (const name of ["onTrainBegin", "onTrainEnd", "onBatchEnd"]) callback[name] ??= nothing;
    },
  };
  return callback;
}
