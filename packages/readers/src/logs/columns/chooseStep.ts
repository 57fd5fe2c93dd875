import { PlanError } from "anneal";
import type { Row } from "../collector.ts";
import { type Findings, shown } from "../findings.ts";
import type { LogClock, LogOptions } from "../log.ts";
import type { Columns } from "./columns.ts";

/** Where the steps of a log come from. */
export interface StepOrigin {
  /** The column; -1 where the rows are counted. */
  readonly index: number;
  readonly name: string | undefined;
  readonly clock: LogClock;
  /** The column of epochs beside a count of updates. */
  readonly epoch?: number;
  /** Whether a user said what it counts. */
  readonly asked: boolean;
  /** The step of a row; undefined where it has none. */
  place(values: readonly (number | undefined)[]): number | undefined;
}

interface Candidate {
  readonly index: number;
  readonly name: string;
  readonly clock: "update" | "epoch";
  readonly rank: number;
  /** In how many rows it is, and how many values it has that differ from the one before. */
  readonly present: number;
  readonly changes: number;
  readonly first: number;
}

/** Decides from the first rows what counts the steps: what most rows have, by the surest name. */
export function chooseStep(
  columns: Columns,
  head: readonly Row[],
  options: LogOptions,
  findings: Findings,
): StepOrigin {
  const all = columns.read.flatMap(({ name, step }, index): readonly Candidate[] => {
    if (!step) return [];
    const values = head.flatMap((row) => row.values[index] ?? []);
    const changes = values.filter((value, i) => i > 0 && value !== values[i - 1]).length;
    return values.length === 0
      ? []
      : [{ index, name, ...step, present: values.length, changes, first: values[0] ?? 0 }];
  });
  if (options.stepColumn !== undefined && all.length === 0) {
    const there = `columns ${columns.names.map((name) => shown(name)).join(", ")}`;
    throw new PlanError([
      { path: "", expected: `a column ${options.stepColumn} in the rows of rates`, received: there },
    ]);
  }
  const most = Math.max(0, ...all.map(({ present }) => present));
  // A column that stands still counts nothing, unless there is but one row.
  const fit = all.filter(({ present, changes }) => 2 * present >= most && (changes > 0 || present === 1));
  const asked = options.clock === undefined ? fit : fit.filter(({ clock }) => clock === options.clock);
  const ranked = [...(asked.length > 0 ? asked : fit)].sort((a, b) => order(a) - order(b));
  const best = ranked[0];
  if (!best) {
    return rowsAsSteps(columns, options, findings);
  }
  const epoch = all.find(({ clock, changes }) => clock === "epoch" && changes > 0);
  if (best.clock === "update" && epoch && beginsAnew(head, best.index, epoch.index)) {
    return withinEpochs(best, epoch, options, findings);
  }
  const isUnsaid = options.stepColumn === undefined && options.clock === undefined;
  if (best.clock === "epoch" && isUnsaid && changesWithin(columns, head, best.index)) {
    findings.note(`the rates change within one ${shown(best.name)}: rows are counted, and not epochs`);
    return rowsAsSteps(columns, options, findings);
  }
  if (/^_step$/.test(best.name)) findings.note("_step counts calls of wandb.log; --step-column names another column");
  // What a user says that steps count, they count.
  const clock = options.clock ?? best.clock;
  return {
    index: best.index,
    name: best.name,
    clock,
    ...(clock === "update" && epoch && { epoch: epoch.index }),
    asked: options.clock !== undefined,
    place: (values) => values[best.index],
  };
}

/** Rows counted from 0, which are epochs where Keras' History has its validation beside its rates. */
function rowsAsSteps(columns: Columns, options: LogOptions, findings: Findings): StepOrigin {
  const isHistory = columns.names.some((name) => name.startsWith("val_"));
  const clock = options.clock ?? (isHistory ? "epoch" : "row");
  const what = clock === "row" ? "" : `, each one ${clock}`;
  findings.note(`the log has no step: its rows are counted from 0${what}`);
  return { index: -1, name: undefined, clock, asked: options.clock !== undefined, place: () => undefined };
}

const order = ({ clock, rank }: Candidate): number => rank + (clock === "epoch" ? 100 : 0);

/** Whether a count of updates goes back wherever the epoch rises, and only there. */
function beginsAnew(head: readonly Row[], step: number, epoch: number): boolean {
  let [together, alone] = [0, 0];
  for (let i = 1; i < head.length; i++) {
    const [a, b] = [head[i - 1]?.values, head[i]?.values];
    const [before, after] = [a?.[step], b?.[step]];
    const [from, to] = [a?.[epoch], b?.[epoch]];
    if (before === undefined || after === undefined || from === undefined || to === undefined) continue;
    if (after >= before) continue;
    if (to > from) together++;
    else alone++;
  }
  return together > 0 && alone === 0;
}

/** Steps that begin anew with every epoch, which only the epoch's length makes steps of the run. */
function withinEpochs(step: Candidate, epoch: Candidate, options: LogOptions, findings: Findings): StepOrigin {
  const { stepsPerEpoch } = options;
  const name = shown(step.name);
  if (stepsPerEpoch === undefined) {
    findings.note(
      `${name} begins anew with every ${shown(epoch.name)}, which is taken; --steps-per-epoch makes steps of both`,
    );
    return {
      index: epoch.index,
      name: epoch.name,
      clock: "epoch",
      asked: false,
      place: (values) => values[epoch.index],
    };
  }
  findings.note(
    `${name} begins anew with every ${shown(epoch.name)}: ${stepsPerEpoch} updates an epoch make steps of both`,
  );
  const place = (values: readonly (number | undefined)[]) => {
    const [within, whole] = [values[step.index], values[epoch.index]];
    return within === undefined || whole === undefined ? undefined : (whole - epoch.first) * stepsPerEpoch + within;
  };
  return { index: step.index, name: step.name, clock: "update", asked: false, place };
}

/** Whether rates change at least as often without the epoch as with it. */
function changesWithin(columns: Columns, head: readonly Row[], epoch: number): boolean {
  let [within, between] = [0, 0];
  for (let i = 1; i < head.length; i++) {
    const [a, b] = [head[i - 1], head[i]];
    const changed = columns.read.some(({ value }, k) => value && a?.values[k] !== b?.values[k]);
    if (a?.values[epoch] !== b?.values[epoch]) between++;
    else if (changed) within++;
  }
  return within > between;
}
