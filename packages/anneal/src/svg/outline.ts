/** Points of a line from left to right; with many of them in one column, those that can be seen in it. */
export class Outline {
  readonly times: number[] = [];
  readonly values: number[] = [];
  readonly #width: number;
  #column = Number.NaN;
  #begin = 0;

  /** `width` is how much time half a pixel takes. */
  constructor(width: number) {
    this.#width = width;
  }

  add(time: number, value: number): void {
    const column = Math.floor(time / this.#width);
    if (column !== this.#column) this.#enter(column);
    this.times.push(time);
    this.values.push(value);
    // So that what waits to be thinned out takes no room.
    if (this.times.length - this.#begin > 4096) this.#thin();
  }

  #enter(column: number): void {
    this.#thin();
    this.#column = column;
    this.#begin = this.times.length;
  }

  /** Of one column's points the first, the lowest, the highest and the last are all that is seen. */
  #thin(): void {
    const [begin, end] = [this.#begin, this.times.length];
    if (end - begin <= 4) return;
    let [low, high] = [begin, begin];
    for (let i = begin; i < end; i++) {
      if ((this.values[i] as number) < (this.values[low] as number)) low = i;
      if ((this.values[i] as number) > (this.values[high] as number)) high = i;
    }
    const kept = [...new Set([begin, low, high, end - 1])].sort((a, b) => a - b);
    kept.forEach((from, i) => {
      this.times[begin + i] = this.times[from] as number;
      this.values[begin + i] = this.values[from] as number;
    });
    this.times.length = begin + kept.length;
    this.values.length = begin + kept.length;
  }
}
