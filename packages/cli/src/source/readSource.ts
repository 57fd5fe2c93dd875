import { basename } from "node:path";
import { PlanError } from "anneal";
import type { Reading } from "anneal-readers";
import type { FlagValues } from "../command.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usageError.ts";
import { axisOf } from "./axisOf.ts";
import { leftOut } from "./controlled.ts";
import { perEpochAmong } from "./factsFor.ts";
import { epochsIn, knownRunOf, perEpochIn, runOf, valuesOf } from "./flags.ts";
import { logHint } from "./logHint.ts";
import { readFramework } from "./readFramework.ts";
import { readText } from "./readText.ts";
import { savedPlan } from "./savedPlan.ts";
import type { Source } from "./source.ts";
import { SourceError } from "./sourceError.ts";

/** Reads what a user gave as a source: a file, `-`, or a call; the flags' facts win over the source's own. */
export async function readSource(given: string, flags: FlagValues, io: Io): Promise<Source> {
  const all = await readSources(given, flags, io);
  const { pick } = flags;
  if (pick === undefined) {
    const taken = (all.findLast(({ program }) => program) ?? all.at(-1)) as Source;
    if (all.length > 1) {
      const listed = all.map(({ name, place }, i) => `  ${i + 1}  ${name}${place ? `, line ${place.line}` : ""}\n`);
      io.err(
        `${given} has ${all.length} schedules, and this is ${all.indexOf(taken) + 1}; --pick chooses:\n${listed.join("")}`,
      );
    }
    return taken;
  }
  const picked = all.find(({ name }, i) => `${i + 1}` === pick || name.endsWith(`: ${pick}`));
  if (picked) return picked;
  throw new UsageError(`--pick ${pick}: ${given} has ${all.map(({ name }, i) => `${i + 1} (${name})`).join(", ")}`);
}

/** Every schedule of a source. */
export async function readSources(given: string, flags: FlagValues, io: Io): Promise<readonly Source[]> {
  // What is wrong with the flags is told before anything is read.
  knownRunOf(flags);
  const notes = Object.keys(valuesOf(flags)).map((name) => ({ text: `nothing asks for ${JSON.stringify(name)}` }));
  const { file, text } = await readText(given, io);
  const own = { ...EMPTY, file, text };
  try {
    const isArgument = file === "argument" && given !== file;
    if (flags.from === undefined && (isArgument || (file === "-" && (await isMade(text))))) {
      const { readCall } = await import("./callSyntax.ts");
      return [
        {
          ...own,
          name: text.length > 60 ? `${text.slice(0, 59)}…` : text,
          ...readCall(text),
          run: runOf(flags),
          notes,
        },
      ];
    }
    const name = file === "-" ? file : basename(file);
    const saved = savedPlan(text, flags);
    if (saved) {
      // Who counts one update an epoch counts epochs.
      const unit = saved.run.stepsPerEpoch === 1 ? "epoch" : undefined;
      const axis = axisOf({ unit, run: saved.run }, runOf(flags, saved.run.stepsPerEpoch));
      const control = saved.control ? leftOut(saved.control) : [];
      return [{ ...own, name, ...saved, ...axis, notes: [...notes, ...axis.notes, ...control] }];
    }
    const readings = await readFramework(text, flags);
    const sources = readings.map((reading) => sourceOf(reading, own, name, flags, readings.length > 1));
    if (!readings.some(({ every, fraction, isUnclocked }) => every || fraction || isUnclocked)) return sources;
    const { onClock } = await import("./onClock.ts");
    return sources.map((source, i) => {
      const reading = readings[i] as Reading;
      return onClock(source, reading, perEpochIn(flags) ?? reading.run?.stepsPerEpoch);
    });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const hints = [...setAsText(error, flags), ...(await logHint(file, text, error))];
    throw new SourceError(file, error, text, hints);
  }
}

/** Whether a text is one call of what makes plans here. */
async function isMade(text: string): Promise<boolean> {
  const [, name] = /^\s*([a-z]\w*)\s*\([^#]*\)\s*;?\s*$/.exec(text) ?? [];
  return name !== undefined && (await import("./makers.ts")).MAKERS.has(name);
}

/** The facts of the command line that are texts, and that an error received. */
function setAsText({ issues }: PlanError, flags: FlagValues): readonly string[] {
  const texts = Object.entries(valuesOf(flags)).filter(([, value]) => {
    return typeof value === "string" && issues.some(({ received }) => received.startsWith(`"${value}`));
  });
  return texts.map(([name, value]) => `--set ${name}=${value} gives a text, where a number may be needed`);
}

const EMPTY = {
  framework: "anneal",
  bases: undefined,
  functions: undefined,
  unit: undefined,
  updatesPerEpoch: undefined,
  needs: [],
  notes: [],
  problems: [],
  place: undefined,
  placeOf: undefined,
} as const;

function sourceOf(
  reading: Reading,
  { file, text }: Pick<Source, "file" | "text">,
  base: string,
  flags: FlagValues,
  several: boolean,
): Source {
  const { framework, program, bases, functions, unit, epochs, needs, problems, place, controllers = [] } = reading;
  const name = several ? `${base}: ${reading.name}` : base;
  const { run = {} } = reading;
  const each = run.stepsPerEpoch ?? (unit === "epoch" ? 1 : perEpochAmong(valuesOf(flags)));
  // Of what is not complete it is told first what else is missing.
  const given = program ? runOf(flags, each) : knownRunOf(flags, each);
  const axis = axisOf({ unit, run, epochs, saidInEpochs: epochsIn(flags) !== undefined }, given);
  const notes = [...reading.notes.filter((note) => concerns(note.text, axis.run.steps)), ...axis.notes];
  const driven = controllers.length > 0 ? { lr: controllers } : undefined;
  const { position } = reading;
  const read = { framework, program, bases, driven, functions, needs, problems, place, position };
  return { ...read, ...axis, notes, name, file, text, placeOf: undefined };
}

/** Whether a note is of a run that is so long: what comes after a curve's end is not of one that ends there. */
function concerns(note: string, steps = Number.POSITIVE_INFINITY): boolean {
  const [, end] = /^after (\d+) steps the curve goes on/.exec(note) ?? [];
  return end === undefined || steps > Number(end);
}
