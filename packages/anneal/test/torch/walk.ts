import type { LRScheduler, Optimizer } from "../../src/torch/index.ts";

/** An optimizer with a group for each base rate. */
export function optimizerOf(...bases: number[]) {
  return { paramGroups: bases.map((lr) => ({ lr })) };
}

/** The first group's rates when everything is built and after each of so many calls of `step()`. */
export function walk(optimizer: Optimizer, scheduler: Pick<LRScheduler, "step">, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    if (i > 0) scheduler.step();
    return optimizer.paramGroups[0]?.lr as number;
  });
}

/** The same to 10 digits, as golden values are written. */
export function walked(optimizer: Optimizer, scheduler: Pick<LRScheduler, "step">, steps: number): number[] {
  return walk(optimizer, scheduler, steps).map((rate) => Number(rate.toPrecision(10)));
}

/** The first group's rates after `step(epoch)` for each epoch. */
export function at(optimizer: Optimizer, scheduler: LRScheduler, epochs: readonly number[]): number[] {
  return epochs.map((epoch) => {
    scheduler.step(epoch);
    return optimizer.paramGroups[0]?.lr as number;
  });
}
