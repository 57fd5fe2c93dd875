declare const performance: { now(): number };
declare const setTimeout: (run: () => void) => unknown;
declare const setImmediate: typeof setTimeout | undefined;

/** How long a search may keep the thread to itself, in milliseconds. */
const LONGEST = 50;

/** The time in milliseconds, from any beginning. */
export function now(): number {
  return performance.now();
}

/**
 * Lets the event loop run now and then: without it, training that never waits would keep a page from answering, and an
 * interrupt from reaching the signal.
 */
export class Breath {
  #last: number = now();

  /** To be awaited when it is something. */
  due(): Promise<void> | undefined {
    if (now() - this.#last < LONGEST) return undefined;
    const later = typeof setImmediate === "function" ? setImmediate : setTimeout;
    return new Promise((done) => {
      later(() => {
        this.#last = now();
        done();
      });
    });
  }
}
