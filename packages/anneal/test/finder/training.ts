import type { FinderError } from "../../src/finder/index.ts";
import type { Network } from "./network.ts";

/** The functions of a search that trains this network; the seed decides about the data. */
export function training(network: Network) {
  return {
    step(rate: number, { update, seed }: { readonly update: number; readonly seed: number }): number {
      if (update === 0) network.random = seed + 11;
      return network.step(rate);
    },
    snapshot: () => network.snapshot(),
    restore: (saved: ReturnType<Network["snapshot"]>) => network.restore(saved),
  };
}

/** The functions of a search whose losses are given: all that its updates change is how many there were. */
export function counting<Step extends (...point: never[]) => unknown>(step: Step) {
  let updates = 0;
  const counted = (...point: Parameters<Step>) => {
    updates++;
    return step(...point);
  };
  return {
    step: counted as Step,
    snapshot: () => updates,
    restore: (saved: number): void => {
      updates = saved;
    },
  };
}

/** What a search throws. */
export function caught(search: Promise<unknown>): Promise<FinderError> {
  return search.then(
    () => Promise.reject(new Error("nothing was thrown")),
    (error: unknown) => error as FinderError,
  );
}
