import fc, { type GeneratorValue } from "fast-check";
import { runs } from "./runs.ts";

// A failure shows at once, but the search for its smallest example can take minutes: it is told as small as it is by then.
fc.configureGlobal({ interruptAfterTimeLimit: runs(20_000) });

/** Draws one value after another, so that each may depend on those before it. The first of each is the simplest. */
export class Draw {
  readonly #next: GeneratorValue;

  constructor(next: GeneratorValue) {
    this.#next = next;
  }

  integer(min: number, max: number): number {
    return this.#next(fc.integer, { min, max });
  }

  pick<T>(of: readonly T[]): T {
    return of[this.integer(0, of.length - 1)] as T;
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.integer(1, times) === times;
  }

  /** A rate as people write them, or one with noise in every digit. */
  rate(): number {
    return this.oneIn(3) ? this.integer(1, 2 ** 30) / 2 ** 31 : this.pick([0.1, 0.01, 0.001, 0.5, 3e-4, 0.07, 1, 2.5]);
  }
}

/** Everything that `make` makes of random draws. */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((next) => make(new Draw(next)));
}
