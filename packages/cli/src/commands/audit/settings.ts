import { extname } from "node:path";
import type { AuditOptions } from "anneal/audit";
import type { LogOptions } from "anneal-readers/logs";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { checkWritable } from "../../output/writeFile.ts";
import { numberIn, numberOf } from "../../source/flags.ts";
import { UsageError } from "../../usageError.ts";

/** What the flags say, checked before a long log is read. */
export interface Settings {
  readonly log: LogOptions;
  readonly audit: Pick<AuditOptions, "processes" | "accumulate" | "tolerance">;
  readonly group: number | undefined;
  /** The file of a picture. */
  readonly output: string | undefined;
  /** The chart's size in columns and rows. */
  readonly columns: number;
  readonly rows: number;
}

export async function settingsOf(flags: FlagValues, io: Pick<Io, "columns">): Promise<Settings> {
  const { tolerance, group, output, width, height } = flags;
  // A picture's size is its own, and checked where it is made.
  const size = output === undefined ? { width, height } : {};
  const settings = {
    log: logOptions(flags),
    audit: {
      ...countOf("processes", flags),
      ...countOf("accumulate", flags),
      ...(tolerance === undefined ? {} : { tolerance: numberIn("--tolerance", tolerance, 0, 0.5) }),
    },
    group: group === undefined ? undefined : wholeFrom(0, "--group", group),
    output: outputOf(flags),
    columns: Math.floor(numberIn("--width", size.width ?? `${Math.min(Math.max(io.columns, 20), 120)}`, 20, 1000)),
    rows: Math.floor(numberIn("--height", size.height ?? "12", 4, 200)),
  };
  if (settings.output !== undefined) await checkWritable(settings.output);
  return settings;
}

function logOptions(flags: FlagValues): LogOptions {
  const { column, stepColumn, format, clock, stepsPerEpoch } = flags;
  return {
    ...(column === undefined ? {} : { columns: column as readonly string[] }),
    ...(stepColumn === undefined ? {} : { stepColumn: stepColumn as string }),
    ...(format === undefined ? {} : { format: format as NonNullable<LogOptions["format"]> }),
    ...(clock === undefined ? {} : { clock: clock as "update" | "epoch" }),
    ...(stepsPerEpoch === undefined ? {} : { stepsPerEpoch: numberOf("--steps-per-epoch", stepsPerEpoch) }),
  };
}

function countOf(name: "processes" | "accumulate", flags: FlagValues): { readonly [name: string]: number } {
  return flags[name] === undefined ? {} : { [name]: wholeFrom(1, `--${name}`, flags[name]) };
}

function wholeFrom(least: number, flag: string, given: unknown): number {
  const value = numberOf(flag, given);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`${flag}: expected a whole number from ${least}, received ${given}`);
}

/** The file of a picture; a UsageError where its name is of none. */
function outputOf({ output }: FlagValues): string | undefined {
  if (output === undefined || [".svg", ".png"].includes(extname(output as string).toLowerCase())) {
    return output as string | undefined;
  }
  throw new UsageError(`--output ${output}: expected a name that ends with .svg or .png`);
}
