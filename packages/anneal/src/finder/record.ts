import { received } from "../error.ts";
import { Breath, now } from "./breathe.ts";
import { Broken, guard } from "./guard.ts";
import type { Finder } from "./options.ts";
import { Average } from "./smooth.ts";

/** A loss from here on counts as infinite: sums of such losses would be. */
const HIGHEST = 1e150;

/** How a ramp ended: at its last rate, or before it. */
export type Ended = "finished" | "diverged" | "nonFinite" | "aborted" | "failed";

/** One ramp through the rates. */
export interface FinderRun {
  readonly seed: number;
  /** The loss of each update. A loss that is NaN, or 1e150 or more, ends the ramp and is not among them. */
  readonly losses: readonly number[];
  /** The same, smoothed. */
  readonly smoothed: readonly number[];
  readonly ended: Ended;
}

/** A ramp that is being made. */
export type Recording = { -readonly [K in keyof FinderRun]: K extends "losses" | "smoothed" ? number[] : FinderRun[K] };

/** What all ramps of a search share. */
export class Recorder {
  readonly #began: number = now();
  readonly #breath: Breath = new Breath();
  #done = 0;

  constructor(
    readonly finder: Finder,
    readonly rates: readonly number[],
  ) {}

  /** Makes one update at each rate, until the loss diverges. It is the caller's to restore what the updates change. */
  async record(run: Recording): Promise<void> {
    const { finder, rates } = this;
    const average = new Average(finder.smoothing);
    let best = Number.POSITIVE_INFINITY;
    for (const [update, rate] of rates.entries()) {
      await this.#breath.due();
      if (finder.signal?.aborted) return end(run, "aborted");
      const loss = await this.#update(rate, { update, seed: run.seed });
      this.#done++;
      if (!(Math.abs(loss) < HIGHEST)) return end(run, "nonFinite");
      const smoothed = average.add(loss);
      run.losses.push(loss);
      run.smoothed.push(smoothed);
      await this.#tell(update, { seed: run.seed, rate, loss, smoothed });
      best = Math.min(best, smoothed);
      // Four times the best, for losses above 0; as far from it, for those below.
      if (smoothed > best + (finder.divergence - 1) * Math.abs(best)) return end(run, "diverged");
    }
    end(run, "finished");
  }

  async #update(rate: number, point: { readonly update: number; readonly seed: number }): Promise<number> {
    const { step, evaluate } = this.finder;
    const expected = "a loss";
    const trained = await guard("step", expected, () => step(rate, point));
    const loss = evaluate ? await guard("evaluate", expected, () => evaluate(rate, point)) : trained;
    if (typeof loss === "number") return loss;
    throw new Broken({
      path: evaluate ? "evaluate" : "step",
      expected: "a number, the loss",
      received: received(loss),
    });
  }

  async #tell(update: number, point: { seed: number; rate: number; loss: number; smoothed: number }): Promise<void> {
    const { onProgress, seeds, updates } = this.finder;
    if (!onProgress) return;
    const done = this.#done;
    const total = done + updates - update - 1 + updates * (seeds.length - 1 - seeds.indexOf(point.seed));
    const seconds = (now() - this.#began) / 1000;
    const left = (seconds / done) * (total - done);
    await guard("onProgress", "no error", () => onProgress({ done, total, ...point, seconds, left }));
  }
}

function end(run: Recording, how: Ended): void {
  run.ended = how;
}
