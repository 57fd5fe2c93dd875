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

/** What a search throws. */
export function caught(search: Promise<unknown>): Promise<FinderError> {
  return search.then(
    () => Promise.reject(new Error("nothing was thrown")),
    (error: unknown) => error as FinderError,
  );
}
