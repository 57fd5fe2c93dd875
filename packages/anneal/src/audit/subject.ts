import { format } from "../format.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { Before } from "./before.ts";
import { Course } from "./course.ts";
import type { AuditOptions } from "./options.ts";
import { sampleOf } from "./sampleOf.ts";

/** The rows of a log with their updates, and how far each rate may be off. */
export interface Logged {
  readonly updates: Float64Array;
  readonly rates: Float64Array;
  readonly tolerances: Float64Array;
  /** By how many updates a row may stand elsewhere, where fractional epochs are rounded. */
  readonly slack: number;
  /** The updates at which a resumed run went on. */
  readonly resumes: readonly number[];
  /** Which update a row may tell, counted from its own step. */
  readonly shifts: readonly number[];
  /** How many updates one step of the log is. */
  readonly spacing: number;
  /** What the log's steps are. */
  readonly unit: "update" | "epoch" | "row";
}

/** What a ramp has moved by so many steps, stairs have not. */
const RAMP = 0.25;

/** So many rows of a stretch are read. */
const MOST_READ = 64;

/** A plan in its run beside what was logged, as the signatures see it. */
export class Subject extends Course {
  /** The rows that guesses are tried on first. */
  readonly sample: Int32Array;
  /** The largest rate of the plan that the rows can meet. */
  readonly peak: number;
  #before: Before | undefined;
  #after: Before | undefined;

  constructor(
    plan: Plan,
    run: Run,
    readonly options: AuditOptions,
    /** Updates in an epoch; undefined where nothing tells. */
    readonly perEpoch: number | undefined,
    readonly logged: Logged,
  ) {
    super(plan, run, options.functions);
    this.sample = sampleOf(logged);
    this.peak = this.sample.reduce((most, row) => Math.max(most, Math.abs(this.plain(this.update(row)))), 0);
  }

  /** Where the schedule stands at an update when all is well: in its own steps, which are updates or epochs. */
  position(update: number): number {
    if (this.options.unit !== "epoch") return update;
    return Math.floor(update / (this.perEpoch ?? 1) + 1e-9);
  }

  /** The rate of an update when all is well. */
  plain(update: number): number {
    return this.at(this.position(update));
  }

  /** Whether the plan moves at an update, and does not only step there from one rate to another. */
  isRamp(update: number): boolean {
    const position = this.position(update);
    const rate = this.at(position);
    return this.at(position - RAMP) !== rate && this.at(position + RAMP) !== rate;
  }

  update(row: number): number {
    return this.logged.updates[row] as number;
  }

  rate(row: number): number {
    return this.logged.rates[row] as number;
  }

  tolerance(row: number): number {
    return this.logged.tolerances[row] as number;
  }

  get last(): number {
    return this.update(this.logged.updates.length - 1);
  }

  /** How many steps of the plan the run has, where it or the plan says so. */
  get planned(): number | undefined {
    return this.run.steps ?? this.end;
  }

  /** The same; as far as the log goes where nothing says it. */
  get total(): number {
    return this.planned ?? Math.max(1, this.position(this.last) + 1, ...this.seams);
  }

  /** An update in the words of the log. */
  updateText(update: number): string {
    const { spacing, unit } = this.logged;
    return unit === "update" && spacing === 1
      ? `update ${format(update)}`
      : `${unit} ${format(Number((update / spacing).toPrecision(8)))}`;
  }

  /** What a step of the plan is called. */
  get unit(): "update" | "epoch" {
    return this.options.unit ?? "update";
  }

  /** How many rows from the beginning agree, and after which shift: where something may have happened. */
  get before(): Before {
    this.#before ??= new Before(this);
    return this.#before;
  }

  /** The update of a step of the log. */
  updateOf(step: number): number {
    return step * this.logged.spacing;
  }

  /** What a step of the log is called. */
  get unitOfLog(): string {
    return this.logged.unit;
  }

  /** The shifts by which parameters are estimated: that of the first rows, where they tell, and none. */
  get likelyShifts(): readonly number[] {
    return [...new Set(this.before.row > 0 ? [this.before.shift, 0] : [0])];
  }

  /** How many rows at the end agree, and after which shift. */
  get after(): Before {
    this.#after ??= new Before(this, -1);
    return this.#after;
  }

  /** Whether a rate is that of a row. */
  isRate(row: number, rate: number): boolean {
    return Math.abs(this.rate(row) - rate) <= this.tolerance(row);
  }

  /** Whether a guess has the rate of a row, wherever its rounded step may stand. */
  explains(at: (update: number) => number, row: number, shift: number): boolean {
    const update = this.update(row) + shift;
    const { slack } = this.logged;
    if (this.isRate(row, at(update))) return true;
    if (slack === 0) return false;
    const [a, b] = [at(update - slack), at(update + slack)];
    const [rate, tolerance] = [this.rate(row), this.tolerance(row)];
    return rate >= Math.min(a, b) - tolerance && rate <= Math.max(a, b) + tolerance;
  }

  /** Whether rows, of many an even choice, from an update to before a row are all explained. */
  areRates(from: number, end: number, at: (update: number) => number, shift = 0): boolean {
    const { updates } = this.logged;
    let [low, high] = [0, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((updates[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    const stride = Math.max(1, Math.floor((end - low) / MOST_READ));
    for (let row = low; row < end; row += stride) if (!this.isRate(row, at(this.update(row) + shift))) return false;
    return true;
  }

  /** How far the rates of sampled rows, from an update to before another, are from a guess, each 1 at most. */
  misfit(at: (update: number) => number, shift = 0, from = 0, to: number = 1 / 0): number {
    let sum = 0;
    for (const row of this.sample) {
      const update = this.update(row);
      if (update < from || update >= to) continue;
      const rate = this.rate(row);
      const off = Math.abs(at(update + shift) - rate);
      // What rounding allows counts little: a guess that explains every row is better than one that is near on average.
      const far = Math.max(0, off - this.tolerance(row)) + 1e-4 * off;
      const share = far / (Math.abs(rate) + 0.02 * this.peak + 1e-300);
      sum += share < 1 ? share : 1;
    }
    return sum;
  }
}
