/** Random orders that are the same everywhere for the same seed: TensorFlow.js shuffles with `Math.random`. */
export class Shuffler {
  #state: number;

  constructor(seed: number) {
    // Seeds that are next to each other begin far apart.
    this.#state = Math.imul(seed + 1, 0x9e3779b9);
  }

  /** The numbers from 0 to below `count` in the next order (Fisher and Yates). */
  order(count: number): number[] {
    const order = [...Array(count).keys()];
    for (let last = count - 1; last > 0; last--) {
      const pick = Math.floor(this.#next() * (last + 1));
      [order[last], order[pick]] = [order[pick] as number, order[last] as number];
    }
    return order;
  }

  /** From 0 to below 1, by Mulberry32. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let x = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  }
}
