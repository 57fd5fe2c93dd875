import { basename } from "node:path";
import { nearest } from "anneal-readers/nearest";
import type { FlagValues } from "../command.ts";
import type { Io } from "../io.ts";
import { tellNote } from "../output/tellNotes.ts";
import { UsageError } from "../usageError.ts";
import { controlled } from "./controlled.ts";
import { type Curve, curvesOf } from "./curves.ts";
import { onOneAxis } from "./onOneAxis.ts";
import { readSource } from "./readSource.ts";
import type { Source } from "./source.ts";
import { stepsOf } from "./stepsOf.ts";

/** A curve with how many steps it has. */
export interface Drawable extends Curve {
  readonly steps: number;
  /** The step at which its line begins. Default 0. */
  readonly from?: number;
  /** Whether another one may lie on it, below which it is to show. */
  readonly broad?: boolean;
}

/** The curves of sources that are looked at together, as far as `--only` asks for them, each with its length. */
export async function drawablesOf(
  takes: readonly string[],
  flags: FlagValues,
  io: Io,
): Promise<{ readonly curves: readonly Drawable[]; readonly sources: readonly Source[] }> {
  const sources: Source[] = [];
  for (const one of takes) sources.push(controlled(await readSource(one, flags, io)));
  const named = sources.map((source, i) => ({ ...source, name: nameOf(sources, takes, i) }));
  const all = onOneAxis(named.flatMap(curvesOf));
  const curves = chosen(all, flags.only as string | undefined);
  const said = curves.map((curve) => lengthOf(curve));
  const known = said.filter((steps) => typeof steps === "number");
  // A plan without an end of its own lasts as long as those it is seen with.
  if (known.length === 0) throw said[0] as UsageError;
  const longest = known.reduce((a, b) => Math.max(a, b));
  const drawn = curves.map((curve, i): Drawable => {
    const own = said[i];
    return { ...curve, steps: typeof own === "number" ? own : longest };
  });
  const assumed = drawn.filter(({ run }) => run.steps === undefined).map(({ steps }) => steps);
  if (assumed.length > 0) {
    tellNote(`no run says how long it is: drawn over ${Math.max(...assumed)} steps; --steps says otherwise`, io);
  }
  return { sources: named, curves: drawn };
}

/** Files of one name in several folders are told apart by their folders, and the same file twice by numbers. */
function nameOf(sources: readonly Source[], takes: readonly string[], i: number): string {
  const { name } = sources[i] as Source;
  if (sources.filter((other) => other.name === name).length === 1) return name;
  const take = takes[i] as string;
  const before = takes.slice(0, i).filter((one) => one === take).length;
  // What follows the file's name is which of its schedules it is.
  const which = name.startsWith(basename(take)) ? name.slice(basename(take).length) : "";
  return `${take}${which}${before > 0 ? ` (${before + 1})` : ""}`;
}

function chosen(all: readonly Curve[], only: string | undefined): readonly Curve[] {
  if (only === undefined) return all;
  const keys = new Set(all.map(({ key }) => key));
  const asked = only.split(",").map((key) => key.trim());
  const unknown = asked.find((key) => !keys.has(key));
  if (unknown === undefined) return all.filter(({ key }) => asked.includes(key));
  const near = nearest(unknown, [...keys]);
  const hint = near === undefined ? "" : `did you mean ${near}? `;
  throw new UsageError(`--only ${unknown}: ${hint}there ${keys.size > 1 ? "are" : "is"} ${[...keys].join(", ")}`);
}

function lengthOf(curve: Curve): number | UsageError {
  try {
    return stepsOf(curve);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}
