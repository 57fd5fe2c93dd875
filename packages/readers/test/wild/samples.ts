import { readFileSync } from "node:fs";
import { format, type Plan, PlanError, type Run, schedule } from "anneal";
import { type Reading, read, type Values } from "../../src/index.ts";

/** How a sample is read: all of it, once facts are given by name, in part, or not at all. */
export type Outcome = "full" | "needs" | "partly" | "refused";

/** The public file whose arguments and numbers a sample restates in a minimal file of our own. */
export interface Source {
  /** As owner/name. */
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
}

/** What the reader made of a sample when it was first given it: `expected` was written down before. */
export interface FirstContact {
  readonly expected: Outcome;
  readonly outcome: Outcome | "wrong";
}

/** One of the files of a folder of samples. */
export interface Sample {
  readonly file: string;
  /** Only what is in the wild has one. */
  readonly source?: Source;
  readonly first?: FirstContact;
  /** What is read wrongly, until it is mended. */
  readonly fault?: string;
  readonly expect: Outcome;
  /** The facts that the text does not have. */
  readonly needs?: readonly string[];
  /** Why it is not read, or not all of it: a part of what is told. */
  readonly why?: string;
  /** Which of the readings is the schedule, by its name or its number, where there are several. Default: the first. */
  readonly reading?: string | number;
  /** Facts for the golden values. */
  readonly values?: Values;
  /** What a plan in epochs is counted by, for the golden values. */
  readonly run?: Run;
}

/** The real framework's rates at some steps, one for each group. */
export interface Golden {
  readonly steps: readonly number[];
  readonly lr: readonly (readonly number[])[];
}

/** A folder of samples. */
export interface Samples {
  readonly samples: readonly Sample[];
  /** The real frameworks' numbers, by file. */
  readonly goldens: Readonly<Record<string, Golden>>;
  readonly text: (file: string) => string;
}

/** The samples of a folder: its index.json and goldens.json. */
export function samplesOf(folder: URL): Samples {
  const text = (file: string): string => readFileSync(new URL(file, folder), "utf8");
  return { samples: JSON.parse(text("index.json")), goldens: JSON.parse(text("goldens.json")), text };
}

/** Schedules as public projects write them. */
export const wild: Samples = samplesOf(new URL("./", import.meta.url));

/** Their samples. */
export const samples: readonly Sample[] = wild.samples;

/** Forms in which schedules are written, in samples of our own. */
export const forms: Samples = samplesOf(new URL("../forms/", import.meta.url));

/** fastai keeps the shares of its phases in float32. */
const FLOAT32 = new Set(["keras", "fastai"]);

/** What the frameworks of one folder are compared to: `|a - b| <= bar * |b| + floor * peak`. */
function barOf(file: string): { readonly bar: number; readonly floor: number } {
  return FLOAT32.has(file.split("/")[0] as string) ? { bar: 1e-6, floor: 1e-7 } : { bar: 1e-12, floor: 1e-15 };
}

/** What came of a sample. */
export interface Judged {
  readonly outcome: Outcome;
  readonly needs: readonly string[];
  /** What was told of problems and notes. */
  readonly told: string;
  readonly reading?: Reading;
}

/** Reads a sample, by itself without any facts. */
export function judge(sample: Sample, of: Samples = wild, values: Values = {}): Judged {
  try {
    const reading = readingOf(sample, values, of);
    const needs = reading.needs.map(({ name }) => name);
    const told = [...reading.notes.map(({ text }) => text), ...reading.needs.map(({ why }) => why)].join("\n");
    if (needs.some((name) => /^(?:def|lambda)\b/.test(name))) return { outcome: "refused", needs, told, reading };
    if (reading.program === undefined && needs.length === 0) throw new Error(`${sample.file}: nothing was read`);
    if (/its part alone/.test(told)) return { outcome: "partly", needs, told, reading };
    if (needs.length > 0) {
      // What is refused once the facts are known is refused.
      if (sample.values && Object.keys(values).length === 0) readingOf(sample, sample.values, of);
      return { outcome: "needs", needs, told, reading };
    }
    return { outcome: "full", needs, told, reading };
  } catch (error) {
    if (error instanceof PlanError) return { outcome: "refused", needs: [], told: error.message };
    throw error;
  }
}

/** The reading of a sample that is its schedule. */
export function readingOf({ file, reading: name }: Sample, values: Values, of: Samples = wild): Reading {
  const readings = read(of.text(file), { values });
  const found = typeof name === "string" ? readings.find((one) => one.name === name) : readings[name ?? 0];
  if (!found) throw new Error(`${file}: no ${name} among ${readings.map((one) => one.name).join(", ")}`);
  if (found.problems.length > 0) throw new PlanError(found.problems);
  return found;
}

/** The rate of each group. */
function curvesOf({ program, run, bases, functions }: Reading): readonly ((step: number) => number)[] {
  const plans = [program?.lr ?? []].flat() as Plan[];
  const count = Math.max(plans.length, bases?.length ?? 1);
  if (plans.length === 0) return [];
  return Array.from({ length: count }, (_, i) =>
    schedule(
      (plans[i] ?? plans[0]) as Plan,
      { ...run, ...(bases && { base: bases[i] as number }) },
      functions ? { functions } : {},
    ),
  );
}

/** Where the curve that was read is not the framework's: nothing where it is. */
export function wrong(sample: Sample, of: Samples = wild): string | undefined {
  const golden = of.goldens[sample.file];
  if (!golden) return undefined;
  const reading = readingOf(sample, sample.values ?? {}, of);
  const curves = curvesOf({ ...reading, run: { ...reading.run, ...sample.run } as Run });
  if (curves.length === 0) return "no curve";
  const { bar, floor } = barOf(sample.file);
  const peak = Math.max(...golden.lr.flat().map(Math.abs));
  for (const [i, step] of golden.steps.entries()) {
    for (const [group, theirs] of (golden.lr[i] as readonly number[]).entries()) {
      const own = (curves[group] ?? curves[0])?.(step) as number;
      // Not "above": what is not a number is wrong too.
      if (!(Math.abs(own - theirs) <= bar * Math.abs(theirs) + floor * peak)) {
        return `step ${step}, group ${group}: ${format(own)}, the framework ${theirs}`;
      }
    }
  }
  return undefined;
}
