import { refuse } from "../error.ts";
import { type Geometric, geometric } from "../kinds/geometric.ts";
import { type Linear, linear } from "../kinds/linear.ts";
import { schedule } from "../schedule.ts";
import { type Fault, FinderError } from "./finderError.ts";
import { faultOf, guard, refusalOf } from "./guard.ts";
import { hash } from "./hash.ts";
import { type Finder, type FinderOptions, finderFields, readFinder } from "./options.ts";
import { Recorder, type Recording } from "./record.ts";
import { type FinderResult, resultOf } from "./result.ts";

/**
 * Searches for a learning rate: trains a little at ever higher rates, once for each seed, says in which interval the
 * loss falls, and puts everything back as it was, bit for bit, with the proof.
 *
 * Formula: update k of n trains at `from * (to / from) ** (k / (n - 1))`, or `from + (to - from) * k / (n - 1)`; a
 * robust line through the losses around each rate gives d(loss) / d(ln rate), and the interval is where the loss falls at
 * least half as fast as at its steepest.
 *
 * - `step(rate, { update, seed })`: makes one optimizer update at this rate, with data in the order of this seed, and
 *   gives the loss that it was made from, or its promise. With gradient accumulation that is all the batches of one update.
 * - `evaluate(rate, { update, seed })`: a loss to record in place of `step`'s, such as one on held-out data.
 * - `snapshot()`: everything that training changes (weights, optimizer, counters, random generators) as plain data: numbers,
 *   texts, lists, objects, maps, typed arrays; a copy of it. What is not in it is neither restored nor proven.
 *   When a whole ramp changes nothing in it, that is a FinderError.
 * - `restore(snapshot)`: puts it back; called after each seed, each time with the same snapshot.
 * - `from`, `to`: the lowest and the highest rate, above 0. Default 1e-7 and 10.
 * - `updates`: how many rates, one update each, a whole number from 2 to 100,000. Default 100.
 * - `ramp`: `"exponential"` (default) or `"linear"`.
 * - `seeds`: one ramp for each, whole numbers. Default `[0, 1, 2]`.
 * - `smoothing`: the `beta` of {@link smooth}, from 0 to below 1. Default 0.98.
 * - `divergence`: a ramp ends where the smoothed loss is more than so many times its best, above 1. Default 4.
 * - `signal`: an `AbortSignal`. What was recorded until then is the result; ramps that it cut short do not count.
 * - `onProgress`: called after each update.
 *
 * A loss that is NaN or infinite (1e150 or more) ends its ramp, and is not recorded. Between updates the event loop gets
 * its turn every 50 ms. Throws a PlanError that names the option, or the first `snapshot()`, with what that threw as its
 * `cause`; once training has begun, a FinderError with the result so far. Only `restore` itself can keep things from being
 * as they were: when the hash is another, that is a FinderError too.
 *
 * @example
 * ```ts
 * import { findLearningRate } from "anneal/finder";
 * let weight = 5;
 * const result = await findLearningRate({
 *   step(rate) {
 *     const loss = weight ** 2;
 *     weight -= rate * 2 * weight;
 *     return loss;
 *   },
 *   snapshot: () => weight,
 *   restore: (saved) => {
 *     weight = saved;
 *   },
 *   from: 1e-4,
 *   seeds: [0],
 * });
 * weight; // => 5
 * result.restored.same; // => true
 * result.answer.found && [result.answer.from, result.answer.to].map((rate) => rate.toPrecision(2)); // => ["0.0074", "0.076"]
 * ```
 *
 * Source: Smith 2017 (range test); fastai 2.8 `Learner.lr_find` (ramp, smoothing, stop).
 */
export async function findLearningRate<S>(options: FinderOptions<S>): Promise<FinderResult> {
  return search(readFinder<FinderOptions>(finderFields, options));
}

/** What a snapshot is. */
const EVERYTHING = "everything that training changes, as plain data";

/** The same, with options that are read. */
export async function search(finder: Finder): Promise<FinderResult> {
  const { from, to, updates, ramp, seeds } = finder;
  const ends = { from, to, over: updates, inclusive: true };
  const plan: Geometric | Linear = ramp === "linear" ? linear(ends) : geometric(ends);
  const rates = schedule(plan).fill(Array<number>(updates).fill(0));
  const recorder = new Recorder(finder, rates);
  const [snapshot, before] = await guard("snapshot", EVERYTHING, async () => {
    const first = await finder.snapshot();
    // A function without `return` gives it.
    return first === undefined ? refuse("snapshot", EVERYTHING, first) : ([first, hash(first, "snapshot")] as const);
  }).catch((thrown) => {
    throw refusalOf(thrown);
  });
  const runs: Recording[] = [];
  const faults: Fault[] = [];
  let after: string | null = before;
  for (const seed of seeds) {
    const run: Recording = { seed, losses: [], smoothed: [], ended: "failed" };
    runs.push(run);
    await recorder.record(run).catch((thrown) => faults.push(faultOf(thrown)));
    if (runs.length === 1 && (await unchanged(finder, run, before))) faults.push(notChanged(run.losses.length));
    after = await restored(finder, snapshot).catch((thrown) => {
      faults.push(faultOf(thrown));
      return null;
    });
    if (after !== null && after !== before) faults.push(notRestored(before, after, snapshot));
    if (faults.length > 0 || run.ended === "aborted") break;
  }
  const result = resultOf(finder, plan, rates, runs, { before, after, same: after === before });
  if (faults.length > 0) throw new FinderError(faults, result);
  return result;
}

/** Restores everything, and gives the hash of what is there then. */
async function restored(finder: Finder, snapshot: unknown): Promise<string> {
  await guard("restore", "no error", () => finder.restore(snapshot));
  return guard("snapshot", "the snapshot after restoring", async () => hash(await finder.snapshot(), "snapshot"));
}

/** Whether a whole ramp left no trace in the snapshot. What goes wrong here does so again after restoring, and is told then. */
async function unchanged({ snapshot }: Finder, { losses, ended }: Recording, before: string): Promise<boolean> {
  if (losses.length === 0 || ended === "aborted" || ended === "failed") return false;
  const now = async () => hash(await snapshot(), "snapshot");
  return (await now().catch(() => "")) === before;
}

function notChanged(updates: number): Fault {
  return { path: "snapshot", expected: EVERYTHING, received: `one in which nothing changed over ${updates} updates` };
}

function notRestored(before: string, after: string, snapshot: unknown): Fault {
  const expected = `everything as it was before (hash ${before.slice(0, 16)}…)`;
  const live =
    hash(snapshot, "snapshot") === before
      ? ""
      : " (training changed the snapshot itself: copy in snapshot and in restore)";
  return { path: "restore", expected, received: `${after.slice(0, 16)}…${live}` };
}
