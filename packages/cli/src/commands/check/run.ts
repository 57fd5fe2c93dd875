import { readFile } from "node:fs/promises";
import { PlanError } from "anneal";
import { type CheckOptions, rules } from "anneal/check";
import type { CommandModule, FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { curvesOf } from "../../source/curves.ts";
import { numberOf } from "../../source/flags.ts";
import { looksLikeCall } from "../../source/looksLikeCall.ts";
import { readSource, readSources } from "../../source/readSource.ts";
import { UsageError } from "../../usageError.ts";
import { findingsOf, type Origin, unchecked } from "./findingsOf.ts";
import { asGitHub } from "./formats/gitHub.ts";
import { asJson } from "./formats/json.ts";
import { asSarif } from "./formats/sarif.ts";
import { asText } from "./formats/text.ts";
import { countsOf, READING, type Report, type Reported } from "./report.ts";

const FORMATS: Readonly<Record<string, (report: Report, io: Io) => string>> = {
  text: asText,
  json: asJson,
  github: asGitHub,
  sarif: asSarif,
};

export const run: CommandModule["run"] = async (takes, flags, io) => {
  const name = flags.json === true ? "json" : ((flags.format as string | undefined) ?? "text");
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format || (flags.json === true && flags.format !== undefined && flags.format !== "json")) {
    throw new UsageError(`--format ${flags.format}: expected one of ${Object.keys(FORMATS).join(", ")}`);
  }
  const ignored = ignoredOf(flags);
  const options = optionsOf(flags);
  const findings: Reported[] = [];
  let [checked, withoutSteps] = [0, 0];
  for (const given of takes) {
    const sources =
      flags.pick === undefined ? await readSources(given, flags, io) : [await readSource(given, flags, io)];
    const whole = sources.find(({ program, problems }) => program || problems.length > 0);
    // Where nothing can be checked, what is missing is asked for.
    if (!whole && sources[0]) curvesOf(sources[0]);
    const origin = await originOf(given, sources[0]?.framework);
    const own = sources.flatMap((source) => {
      try {
        const found = findingsOf(source, origin, options);
        if (source.program) checked++;
        if (source.program && source.run.steps === undefined) withoutSteps++;
        return found;
      } catch (error) {
        // A schedule that cannot be checked hides no other.
        if (!(error instanceof PlanError) || sources.length === 1) throw error;
        return unchecked(error, source, origin);
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
  io.out(format(report, io));
  return countsOf(report).errors > 0 ? 1 : 0;
};

function optionsOf(flags: FlagValues): CheckOptions {
  const options: { processes?: number; accumulate?: number } = {};
  for (const name of ["processes", "accumulate"] as const) {
    if (flags[name] === undefined) continue;
    const value = numberOf(`--${name}`, flags[name]);
    if (!(Number.isInteger(value) && value >= 1)) throw new UsageError(`--${name}: expected a whole number from 1`);
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

async function originOf(given: string, framework: string | undefined): Promise<Origin> {
  if (given === "-") return { file: undefined, name: given, text: undefined };
  if (looksLikeCall(given)) return { file: undefined, name: "argument", text: undefined };
  const text = framework === "anneal" ? await readFile(given, "utf8") : undefined;
  return { file: given, name: given, text };
}
