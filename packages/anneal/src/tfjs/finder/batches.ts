import { refuse } from "../../error.ts";
import { type OwnedBatch, readBatch, type TfjsBatch } from "./batch.ts";
import { cutRows, type TfjsRows } from "./rows.ts";
import { Shuffler } from "./shuffler.ts";

/** Batches one after another: a list, anything else that can be iterated, or a `tf.data.Dataset`. */
export type TfjsBatches = Iterable<TfjsBatch> | AsyncIterable<TfjsBatch> | TfjsDataset;

/** A `tf.data.Dataset` of batches. */
export interface TfjsDataset {
  /** Begins to go through it. */
  iterator(): Promise<{ next(): Promise<{ readonly value: unknown; readonly done?: boolean }> }>;
}

/** What the finder trains with: all data as tensors, batches, or a function that gives the batches of a seed. */
export type TfjsFinderData = TfjsRows | TfjsBatches | ((seed: number) => TfjsBatches);

/** Makes from data a function that begins the endless series of batches of a seed. */
export async function batchesOf(
  data: TfjsFinderData,
  batchSize: number,
): Promise<(seed: number) => AsyncGenerator<OwnedBatch, never>> {
  const given = Object(data) as object;
  if ("xs" in given && "ys" in given) return cutRows(given as TfjsRows, batchSize);
  if (Array.isArray(data)) return (seed) => shuffle(data, new Shuffler(seed));
  if (typeof data === "function") return (seed) => repeat(() => data(seed));
  if (!isBatches(data)) {
    refuse("data", "{ xs, ys } of tensors, batches, a dataset, or a function that gives batches", data);
  }
  return () => repeat(() => data as TfjsBatches);
}

function isBatches(value: unknown): boolean {
  return ["iterator", Symbol.iterator, Symbol.asyncIterator].some((name) => name in Object(value));
}

/** A list stays the caller's, and is shuffled. */
async function* shuffle(list: readonly unknown[], shuffler: Shuffler): AsyncGenerator<OwnedBatch, never> {
  if (list.length === 0) refuse("data", "at least one batch", list);
  for (;;) for (const i of shuffler.order(list.length)) yield readBatch(list[i], false);
}

/** What is iterated makes its batches anew each time; they are given back after their update, as `fitDataset` does. */
async function* repeat(begin: () => TfjsBatches): AsyncGenerator<OwnedBatch, never> {
  for (;;) {
    let empty = true;
    for await (const batch of iterable(begin())) {
      empty = false;
      yield readBatch(batch, true);
    }
    if (empty) refuse("data", "batches every time (a generator has them once: give the function)", "none");
  }
}

function iterable(batches: TfjsBatches): Iterable<unknown> | AsyncIterable<unknown> {
  if (!isBatches(batches)) refuse("data", "a function that gives batches", batches);
  return "iterator" in batches ? drain(batches) : batches;
}

async function* drain(dataset: TfjsDataset): AsyncGenerator<unknown, void> {
  const iterator = await dataset.iterator();
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}
