import { PlanError } from "anneal";
import { chooseStep } from "./columns/chooseStep.ts";
import { Columns } from "./columns/columns.ts";
import { EpochLength } from "./columns/epochLength.ts";
import { Kept } from "./columns/kept.ts";
import { countIn, numberOf } from "./columns/numberOf.ts";
import { partOf } from "./columns/partOf.ts";
import { seriesOf } from "./columns/seriesOf.ts";
import { Written } from "./columns/written.ts";
import { Findings, shown } from "./findings.ts";
import type { LogFacts, LogOptions, LogSeries } from "./log.ts";

/** A row's numbers, by the number of their column; what is not there is undefined. */
export type Row = { readonly path: string; readonly values: (number | undefined)[] };

/** How many rows are looked at before it is decided which column counts the steps. */
const HEAD = 1000;

/** How many rows of a series are kept, where nothing else is said; of how many series, and of each further one. */
const [MOST_ROWS, MANY_SERIES, FEWER_ROWS] = [2 ** 18, 16, 2 ** 14] as const;

/** Facts of a run that audits can use, by the names that trainers save them under. */
const FACTS = new Set(
  "max_steps num_train_epochs global_step epoch logging_steps train_batch_size total_steps num_training_steps world_size gradient_accumulation_steps per_device_train_batch_size warmup_steps".split(
    " ",
  ),
);

/** Takes the rows of a log, whatever it is written in, and keeps what there is about rates. */
export class Collector {
  readonly columns: Columns;
  readonly findings: Findings = new Findings();
  readonly #facts = new Map<string, number | string | boolean>();
  readonly #kept = new Map<number, Kept>();
  readonly #written = new Map<number, Written>();
  readonly #epochs = new EpochLength();
  /** How many updates an epoch has, if a count of them begins anew with each. */
  withinEpoch: number | undefined;
  /** How many rows could not be read; of what was broken off, as many as it has lines. */
  unread = 0;
  #values: (number | undefined)[] = [];
  #any = false;
  #head: Row[] | undefined = [];
  #step = -1;
  #origin: ReturnType<typeof chooseStep> | undefined;
  #count = 0;

  constructor(readonly options: LogOptions) {
    this.columns = new Columns(options.columns, options.stepColumn);
  }

  /** A fact beside the rows; what no audit asks for is passed over. */
  fact(name: string, value: unknown): void {
    if (FACTS.has(name) && ["number", "string", "boolean"].includes(typeof value)) {
      this.#facts.set(name, value as number | string | boolean);
    }
  }

  /** One cell of the row that is being read. */
  cell(index: number, value: unknown, path: string): void {
    const { name = "", step } = this.columns.read[index] ?? {};
    const number = (step && (partOf(value) ?? this.#thousands(step.clock, value))) ?? numberOf(value);
    if (number === "nothing") return;
    if (number === "decimal comma") {
      const expected = "numbers with a decimal point: write the table again with points, or in a locale that has them";
      throw new PlanError([{ path, expected, received: shown(String(value)) }]);
    }
    if (number === "other") {
      this.findings.problem(path, `a number in ${shown(name)}`, shown(JSON.stringify(value) ?? String(value)));
      if (this.columns.read[index]?.value) this.unread++;
      return;
    }
    this.#values[index] = number;
    if (!this.columns.read[index]?.value) return;
    this.#any = true;
    if (typeof value !== "string") return;
    const written = this.#written.get(index) ?? new Written();
    this.#written.set(index, written);
    written.add(value);
  }

  /** The row is complete. */
  end(path: string): void {
    const row = { path, values: this.#values };
    const any = this.#any;
    this.#values = [];
    this.#any = false;
    if (!any) return;
    if (!this.#head) this.#take(row);
    else if (this.#head.push(row) >= HEAD) this.#decide();
  }

  /** What was collected; a PlanError where nothing is a rate. */
  finish(): {
    readonly series: readonly LogSeries[];
    readonly facts: LogFacts;
    readonly stepsPerEpoch: number | undefined;
  } {
    if (this.#head) this.#decide();
    const series = seriesOf(this.columns, this.#kept, this.#origin, this.#written);
    const missing = this.columns.chosen?.find((name) => !this.columns.has(name));
    if (series.length === 0 || missing !== undefined) throw this.#nothing(missing);
    if (this.columns.left > 0) this.findings.note(`${this.columns.left} more columns of rates were passed over`);
    return { series, facts: Object.fromEntries(this.#facts), stepsPerEpoch: this.#epochs.length };
  }

  /** A count of updates with commas in it, where no fraction can be meant: epochs may have one. */
  #thousands(clock: "update" | "epoch", value: unknown): number | undefined {
    const count = clock === "update" ? countIn(value) : undefined;
    if (count !== undefined) this.findings.note("a comma in the steps is taken for one between thousands");
    return count;
  }

  #decide(): void {
    const head = this.#head ?? [];
    this.#head = undefined;
    this.#origin = chooseStep(this.columns, head, { ...this.#ofEpochs(), ...this.options }, this.findings);
    this.#step = this.#origin.index;
    for (const row of head) this.#take(row);
  }

  #ofEpochs(): Pick<LogOptions, "stepsPerEpoch"> {
    return this.withinEpoch === undefined ? {} : { stepsPerEpoch: this.withinEpoch };
  }

  #take({ path, values }: Row): void {
    const step = this.#step < 0 ? this.#count : this.#origin?.place(values);
    this.#count++;
    if (step === undefined || !(step >= 0 && step <= Number.MAX_SAFE_INTEGER)) {
      this.unread++;
      this.findings.count(`rows without a ${shown(this.#origin?.name ?? "step")} from 0 were passed over`, path);
      return;
    }
    const epoch = values[this.#origin?.epoch ?? -1];
    if (epoch !== undefined) this.#epochs.add(step, epoch);
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value === undefined || !this.columns.read[i]?.value) continue;
      let kept = this.#kept.get(i);
      if (!kept) {
        const most = this.options.most ?? MOST_ROWS;
        kept = new Kept(Math.max(this.#kept.size < MANY_SERIES ? most : Math.min(most, FEWER_ROWS), 64));
        this.#kept.set(i, kept);
      }
      kept.add(step, value);
    }
  }

  /** Why there is no series, or not that of a column that was asked for. */
  #nothing(missing: string | undefined): PlanError {
    const { names, chosen, read } = this.columns;
    const [problem] = this.findings.problems;
    // A name with blanks that is alone is a row that was not divided.
    const isRow = names.length === 1 && /\S\s+\S/.test(names[0] as string);
    const rates = isRow ? [] : read.flatMap(({ name, value }) => (value ? [shown(name)] : []));
    const of = rates.slice(0, 3).join(", ") + (rates.length > 3 ? ", …" : "");
    const passed = this.findings.notes.find((note) => /passed over|no names|cut off/.test(note));
    const [expected, there] =
      missing !== undefined
        ? [`a column ${shown(missing)}`, columnsOf(names)]
        : rates.length > 0
          ? [`numbers in ${of}`, "no row with one"]
          : [`a column of ${chosen ? "numbers" : "rates, such as lr or learning_rate"}`, columnsOf(names)];
    const received = there + (passed === undefined ? "" : ` (${passed})`);
    return new PlanError([{ path: "", expected, received }, ...(problem ? [problem] : [])]);
  }
}

/** What columns there are, in words. */
function columnsOf(names: readonly string[]): string {
  const [first = ""] = names;
  if (names.some((name) => name.includes("\ufffd"))) return "binary data";
  if (names.length > 1 || /^[\w/.-]{1,60}$/.test(first)) {
    return `${names.length > 1 ? "columns" : "only the column"} ${names.map((name) => shown(name)).join(", ")}`;
  }
  if (first.length > 60 || !/(?:^|\W)(?:lr|learning_?rate|steps?|epoch)(?:\W|$)/i.test(first)) {
    return "neither a table nor records";
  }
  return `one column ${JSON.stringify(first)}: what stands between cells is a comma, a semicolon, a tab, a |, or blanks where every name is one word`;
}
