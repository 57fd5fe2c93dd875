/** Between what an epoch's length lies, exclusive below where epochs are whole. */
interface Range {
  least: number;
  most: number;
}

/** How far lengths that are computed from rounded epochs may be off, as a share. */
const ROUNDING = 1e-9;

/** How many updates an epoch has, from rows that have both a count of updates and one of epochs. */
export class EpochLength {
  /** By what both counts begin with: whole epochs from 0 or 1, steps from 0 or 1. */
  readonly #whole = [0, 1].flatMap((epoch) => [0, 1].map((step) => ({ epoch, step, least: 0, most: 1 / 0 })));
  readonly #part: Range = { least: 0, most: 1 / 0 };
  #decimals = 0;

  add(step: number, epoch: number): void {
    if (!(step >= 0 && epoch >= 0 && epoch < 1 / 0)) return;
    if (!Number.isInteger(epoch)) this.#decimals = Math.max(this.#decimals, decimalsOf(epoch));
    for (const range of this.#whole) {
      const [done, made] = [epoch - range.epoch, step - range.step];
      if (done < 0 || made < 0) range.most = -1;
      // Of `done` whole epochs all updates were made, and not all of one more.
      else narrow(range, made / (done + 1), done > 0 ? made / done : 1 / 0);
    }
    if (this.#decimals > 0 && epoch > 0) {
      const half = 0.5 * 10 ** -this.#decimals;
      narrow(this.#part, (step - 1) / (epoch + half), (step + 1) / Math.max(epoch - half, 1e-9));
    }
  }

  /** The only whole number that all rows allow; undefined where there is none, or more than one. */
  get length(): number | undefined {
    const ranges = this.#decimals > 0 ? [this.#part] : this.#whole;
    const found = new Set<number>();
    for (const { least, most } of ranges) {
      const first = this.#decimals > 0 ? Math.ceil(least) : Math.floor(least + ROUNDING * least) + 1;
      const last = Math.floor(most + ROUNDING * Math.min(most, 1e9));
      if (first > last) continue;
      if (first < last) return undefined;
      found.add(first);
    }
    const [only] = found;
    return found.size === 1 && only !== undefined && only > 1 ? only : undefined;
  }
}

function narrow(range: Range, least: number, most: number): void {
  range.least = Math.max(range.least, least);
  range.most = Math.min(range.most, most);
}

function decimalsOf(value: number): number {
  return (String(value).split(".")[1] ?? "").length;
}
