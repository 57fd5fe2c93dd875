import type { Subject } from "./subject.ts";

/** The rows at a log's beginning, or at its end, that are as planned, and where that ends. */
export class Before {
  /** Which update a row tells, counted from its own step, in these rows. */
  readonly shift: number;
  /** From the beginning: the first row that is not as planned. From the end: the first one of those that are. */
  readonly row: number;
  /** The updates of the last row before that (-1 without one), and of the row itself (Infinity without one). */
  readonly good: number;
  readonly bad: number;

  constructor(subject: Subject, way: 1 | -1 = 1) {
    const { logged } = subject;
    const { length } = logged.updates;
    const rowOf = (count: number) => (way === 1 ? count : length - 1 - count);
    let [most, shift] = [-1, 0];
    for (const one of logged.shifts) {
      let count = 0;
      while (count < length && isPlanned(rowOf(count), one)) count++;
      if (count > most) [most, shift] = [count, one];
    }
    this.shift = shift;
    this.row = way === 1 ? most : length - most;
    this.good = this.row > 0 ? subject.update(this.row - 1) : -1;
    this.bad = this.row < length ? subject.update(this.row) : 1 / 0;

    function isPlanned(row: number, by: number): boolean {
      return subject.isRate(row, subject.plain(subject.update(row) + by));
    }
  }
}
