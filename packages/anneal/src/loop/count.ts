/** What is done with the batches that are left over at the end of an epoch, fewer than an update takes. */
export type LastAccumulation = "update" | "carry" | "drop";

/** The facts of a training loop, as {@link run} takes them. */
export interface Loop {
  readonly samples: number;
  readonly batchSize: number;
  readonly accumulate: number;
  readonly processes: number;
  readonly uneven: "pad" | "drop";
  readonly dropLast: boolean;
  readonly lastAccumulation: LastAccumulation;
  readonly epochs: number;
}

/** What such a loop does. */
export interface Count {
  /** Samples of one process in one epoch. */
  readonly perProcess: number;
  /** Batches of one process in one epoch, and the samples of the last one that is not full. */
  readonly batches: number;
  readonly lastBatch: number;
  /** Batches in one epoch that are left over when as many whole updates as possible are made. */
  readonly leftOver: number;
  readonly stepsPerEpoch: number;
  readonly steps: number;
}

/** Counts the updates of a loop. */
export function count(loop: Loop): Count {
  const { samples, batchSize, accumulate, processes, uneven, dropLast, lastAccumulation, epochs } = loop;
  const perProcess = (uneven === "drop" ? Math.floor : Math.ceil)(samples / processes);
  const batches = (dropLast ? Math.floor : Math.ceil)(perProcess / batchSize);
  const shares = batches / accumulate;
  const carry = lastAccumulation === "carry";
  const stepsPerEpoch = carry ? shares : (lastAccumulation === "drop" ? Math.floor : Math.ceil)(shares);
  return {
    perProcess,
    batches,
    lastBatch: perProcess % batchSize,
    leftOver: batches % accumulate,
    stepsPerEpoch,
    steps: carry ? Math.floor(Math.ceil(epochs * batches) / accumulate) : Math.ceil(epochs * stepsPerEpoch),
  };
}
