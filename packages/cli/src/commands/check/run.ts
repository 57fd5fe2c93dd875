import { PlanError } from "anneal";
import { type CheckOptions, rules } from "anneal/check";
import type { CommandModule, FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { curvesOf } from "../../source/curves.ts";
import { numberOf } from "../../source/flags.ts";
import { readSource, readSources } from "../../source/readSource.ts";
import type { Source } from "../../source/source.ts";
import { SourceError } from "../../source/sourceError.ts";
import { withoutUsed } from "../../source/withoutUsed.ts";
import { tell } from "../../tell.ts";
import { UsageError } from "../../usageError.ts";
import { findingsOf, unchecked } from "./findingsOf.ts";
import { asGitHub } from "./formats/gitHub.ts";
import { asJson } from "./formats/json.ts";
import { asSarif } from "./formats/sarif.ts";
import { asText } from "./formats/text.ts";
import { countsOf, READING, type Report, type Reported } from "./report.ts";

const FORMATS = {
  text: asText,
  json: asJson,
  github: asGitHub,
  sarif: asSarif,
} satisfies Readonly<Record<string, (report: Report, io: Io) => string>>;

export const run: CommandModule["run"] = async (takes, flags, io) => {
  const name = flags.json === true ? "json" : ((flags.format as string | undefined) ?? "text");
  if (flags.json === true && flags.format !== undefined && flags.format !== "json") {
    throw new UsageError(`--json and --format ${flags.format}: only one of them`);
  }
  const ignored = ignoredOf(flags);
  const options = optionsOf(flags);
  const findings: Reported[] = [];
  let [checked, withoutSteps] = [0, 0];
  const read: (readonly Source[])[] = [];
  // A source that cannot be read hides the findings of no other.
  const failed: unknown[] = [];
  const fail = (error: unknown): void => {
    if (takes.length === 1 || !(error instanceof SourceError || error instanceof UsageError)) throw error;
    failed.push(error);
  };
  for (const given of takes) {
    try {
      read.push(flags.pick === undefined ? await readSources(given, flags, io) : [await readSource(given, flags, io)]);
    } catch (error) {
      fail(error);
    }
  }
  for (const some of read) {
    const sources = withoutUsed(some, read.flat());
    const whole = sources.find(({ program, problems }) => program || problems.length > 0);
    // Where nothing can be checked, what is missing is asked for.
    try {
      if (!whole && sources[0]) curvesOf(sources[0]);
    } catch (error) {
      fail(error);
      continue;
    }
    const own = sources.flatMap((source) => {
      try {
        const found = findingsOf(source, options);
        if (source.program) checked++;
        if (source.program && source.run.steps === undefined) withoutSteps++;
        return found;
      } catch (error) {
        // A schedule that cannot be checked hides no other.
        if (!(error instanceof PlanError)) throw error;
        // What is wrong with its only plan is told with its place.
        if (sources.length === 1) {
          curvesOf(source);
          throw error;
        }
        return unchecked(error, source);
      }
    });
    findings.push(...own.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)));
  }
  const strict = flags.strict === true;
  const report: Report = {
    checked,
    withoutSteps,
    findings: findings
      .filter(({ code }) => !ignored.has(code))
      .map((one) => (strict && one.severity === "warning" ? { ...one, severity: "error" } : one)),
  };
  if (failed.length < takes.length) io.out(FORMATS[name as keyof typeof FORMATS](report, io));
  for (const error of failed) io.err(tell(error));
  if (failed.length > 0) return 2;
  return countsOf(report).errors > 0 ? 1 : 0;
};

function optionsOf(flags: FlagValues): CheckOptions {
  const options: { processes?: number; accumulate?: number } = {};
  for (const name of ["processes", "accumulate"] as const) {
    if (flags[name] === undefined) continue;
    const value = numberOf(`--${name}`, flags[name]);
    if (!(Number.isSafeInteger(value) && value >= 1)) throw new UsageError(`--${name}: expected a whole number from 1`);
    options[name] = value;
  }
  return options;
}

function ignoredOf({ ignore = [] }: FlagValues): ReadonlySet<string> {
  const codes = (ignore as readonly string[]).flatMap((one) => one.split(",")).map((one) => one.trim().toUpperCase());
  const known = new Set([...rules, ...READING].map(({ code }) => code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) throw new UsageError(`--ignore ${unknown}: expected one of ${[...known].join(", ")}`);
  return new Set(codes);
}
