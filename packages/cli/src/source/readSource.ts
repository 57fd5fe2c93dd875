import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { PlanError, parsePlan, type Run } from "anneal";
import type { Reading } from "anneal-readers";
import type { FlagValues } from "../command.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usageError.ts";
import { runOf, valuesOf } from "./flags.ts";
import { looksLikeCall } from "./looksLikeCall.ts";
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
  const run = runOf(flags);
  const { name, text } = await textOf(given, io);
  try {
    if (looksLikeCall(text) && flags.from === undefined && name === "argument") {
      const { readCall } = await import("./callSyntax.ts");
      return [{ ...EMPTY, name: text.length > 60 ? `${text.slice(0, 59)}…` : text, program: readCall(text), run }];
    }
    const own = ownPlan(text, flags);
    if (own) return [{ ...EMPTY, name, ...own, run: { ...own.run, ...run } }];
    const { read } = await import("anneal-readers");
    const from = flags.from as string | undefined;
    const readings = read(text, { values: valuesOf(flags), ...(from === undefined ? {} : { from }) });
    return readings.map((reading) => sourceOf(reading, name, run, readings.length > 1));
  } catch (error) {
    throw error instanceof PlanError ? new SourceError(name, error, text) : error;
  }
}

const EMPTY = {
  framework: "anneal",
  bases: undefined,
  functions: undefined,
  unit: undefined,
  needs: [],
  notes: [],
  problems: [],
  place: undefined,
} as const;

/** The text of a source, and what it is called. */
async function textOf(given: string, io: Io): Promise<{ readonly name: string; readonly text: string }> {
  if (given === "-") return { name: "-", text: readable("standard input", await io.input()) };
  if (looksLikeCall(given)) return { name: "argument", text: given };
  try {
    return { name: basename(given), text: readable(given, await readFile(given, "utf8")) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : String(code);
    throw new UsageError(`${given || '""'}: ${why}`);
  }
}

/** A text without the byte-order mark that some editors put before it; a UsageError where there is no text. */
function readable(name: string, bytes: string): string {
  const text = bytes.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new UsageError(`${name}: it is empty`);
  if (text.includes("\0")) throw new UsageError(`${name}: it is no text`);
  return text;
}

/** A plan in its saved form, or a saved program with its run and the groups' base rates: `{ program, run, bases }`. */
function ownPlan(text: string, { from }: FlagValues): Pick<Source, "program" | "run" | "bases"> | undefined {
  if (from !== undefined && from !== "anneal") return undefined;
  let saved: unknown;
  try {
    saved = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof saved !== "object" || saved === null || Array.isArray(saved)) return undefined;
  const { program, run = {}, bases } = saved as Partial<Record<"program" | "run" | "bases", object>>;
  const areRates = Array.isArray(bases) && bases.every((base) => typeof base === "number" && base >= 0);
  if (bases !== undefined && !areRates)
    throw new PlanError([{ path: "bases", expected: "a list of rates", received: typeof bases }]);
  if (typeof program === "object" && program !== null) {
    const plans = Object.entries(program).map(([name, plan]) => [
      name,
      Array.isArray(plan) ? plan.map(parsePlan) : parsePlan(plan),
    ]);
    return { program: Object.fromEntries(plans), run, bases: areRates ? bases : undefined };
  }
  return "kind" in saved ? { program: { lr: parsePlan(saved) }, run: {}, bases: undefined } : undefined;
}

function sourceOf(reading: Reading, file: string, run: Run, several: boolean): Source {
  const { framework, program, bases, functions, unit, needs, notes, problems, place } = reading;
  const name = several ? `${file}: ${reading.name}` : file;
  const facts = { ...reading.run, ...run };
  return { name, framework, program, run: facts, bases, functions, unit, needs, notes, problems, place };
}
