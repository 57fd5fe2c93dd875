/**
 * The rows of a series, in bounded memory: up to a number of rows all are kept; beyond it every second one, then every
 * fourth and so on, besides the rows on either side of a step that goes back.
 */
export class Kept {
  #steps = new Float64Array(1024);
  #values = new Float64Array(1024);
  /** 1 for rows that stay, whatever the distance. */
  #marks = new Uint8Array(1024);
  #orders = new Float64Array(1024);
  #length = 0;
  #lastStep = Number.NaN;
  #lastValue = Number.NaN;
  #lastKept = true;
  rows = 0;
  every = 1;
  blank = 0;
  repeated = 0;
  back = 0;

  constructor(readonly most: number) {}

  add(step: number, value: number): void {
    const order = this.rows++;
    if (Number.isNaN(value)) this.blank++;
    const goesBack = step < this.#lastStep;
    if (step === this.#lastStep) this.repeated++;
    if (goesBack) {
      this.back++;
      if (!this.#lastKept) this.#push(order - 1, this.#lastStep, this.#lastValue, 1);
      else this.#marks[this.#length - 1] = 1;
    }
    this.#lastKept = goesBack || order % this.every === 0;
    if (this.#lastKept) this.#push(order, step, value, goesBack ? 1 : 0);
    this.#lastStep = step;
    this.#lastValue = value;
  }

  /** The rows that were kept, the last one among them in any case. */
  read(): { readonly steps: Float64Array; readonly values: Float64Array } {
    if (this.rows > 0 && !this.#lastKept) this.#push(this.rows - 1, this.#lastStep, this.#lastValue, 1);
    this.#lastKept = true;
    return { steps: this.#steps.slice(0, this.#length), values: this.#values.slice(0, this.#length) };
  }

  #push(order: number, step: number, value: number, mark: number): void {
    if (this.#length === this.most) this.#thin();
    if (this.#length === this.#steps.length) this.#grow();
    this.#orders[this.#length] = order;
    this.#steps[this.#length] = step;
    this.#values[this.#length] = value;
    this.#marks[this.#length++] = mark;
  }

  #grow(): void {
    const longer = Math.min(2 * this.#steps.length, Math.max(this.most, 1024));
    const grown = (from: Float64Array) => {
      const to = new Float64Array(longer);
      to.set(from);
      return to;
    };
    [this.#steps, this.#values, this.#orders] = [grown(this.#steps), grown(this.#values), grown(this.#orders)];
    const marks = new Uint8Array(longer);
    marks.set(this.#marks);
    this.#marks = marks;
  }

  #thin(): void {
    // Where steps go back all the time, those rows are no landmarks.
    const marked = this.#marks.reduce((sum, mark) => sum + mark, 0) <= this.most / 4;
    do {
      this.every *= 2;
      let to = 0;
      for (let i = 0; i < this.#length; i++) {
        const order = this.#orders[i] as number;
        const mark = marked ? (this.#marks[i] as number) : 0;
        if (mark === 0 && order % this.every !== 0) continue;
        this.#orders[to] = order;
        this.#steps[to] = this.#steps[i] as number;
        this.#values[to] = this.#values[i] as number;
        this.#marks[to++] = mark;
      }
      this.#marks.fill(0, to);
      this.#length = to;
    } while (this.#length >= this.most);
  }
}
