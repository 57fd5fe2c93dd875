import { basename } from "node:path";
import type { PlanError } from "anneal";
import { type CheckOptions, check, type Finding } from "anneal/check";
import { settingOf } from "../../source/settingOf.ts";
import type { Source } from "../../source/source.ts";
import { mendOf } from "./mends.ts";
import type { Reported } from "./report.ts";

/** What the rules and the reader say of one schedule. */
export function findingsOf(source: Source, options: CheckOptions): readonly Reported[] {
  const { program, bases, functions, unit, notes, needs, problems, place, placeOf, framework } = source;
  // How long an epoch is tells what counts updates and is stepped once in each.
  const run = { ...source.run, ...(unit === "epoch" && { stepsPerEpoch: source.updatesPerEpoch ?? 1 }) };
  const from = labelOf(source);
  const told = [
    ...problems.map(({ path, expected, received }): Reported => {
      const [whole = "", line, column] = /^line (\d+), column (\d+)(?:, )?/.exec(path) ?? [];
      const at = line ? { line: Number(line), column: Number(column) } : place;
      const text = `it cannot be read: expected ${expected}, received ${received}`;
      const given = { ...from, place: at, step: undefined, path: path.slice(whole.length), text };
      return { ...given, code: "AN902", severity: "error", mend: "correct it, or tell what it is by --set" };
    }),
    ...needs.map(
      (need): Reported => ({
        ...from,
        ...{ code: "AN901", severity: "info", path: "", step: undefined, place: need.place ?? place },
        text: `${need.name} is not known: ${need.why}${program ? "" : ". The schedule was not checked"}`,
        mend: settingOf(need.name),
      }),
    ),
    ...notes.map(
      (note): Reported => ({
        ...from,
        ...{ code: "AN900", severity: "info", path: "", step: undefined, place: note.place ?? place },
        text: note.text,
        mend: "",
      }),
    ),
  ];
  if (!program) return told;
  const found = check(program, run, {
    ...options,
    ...(bases && { bases }),
    ...(functions && { functions }),
    ...(unit && { unit }),
  });
  return [
    ...withRefused(found, source).map((finding): Reported => {
      const at = from.file === undefined ? place : (placeOf?.(finding.path) ?? place);
      return { ...from, step: undefined, ...finding, mend: mendOf(finding, framework), place: at };
    }),
    ...told,
  ];
}

/** The findings, and the one that a framework's own scheduler refuses to go on, instead of what follows from it. */
function withRefused(found: readonly Finding[], { notes, run }: Source): readonly Finding[] {
  const last = notes.flatMap(({ text }) => /^OneCycleLR has (\d+) steps: .*throws/.exec(text)?.[1] ?? [])[0];
  const total = Number(last ?? Number.NaN);
  const { steps = 0 } = run;
  if (!(steps > total)) return found;
  const text = `OneCycleLR has ${total} steps and the run ${steps}: step() number ${total + 1} raises a ValueError, which ends the training`;
  const path = found.find(({ code }) => code === "AN002")?.path ?? "lr";
  const own: Finding = { code: "AN002", severity: "error", path, step: total, text, mend: "" };
  return [own, ...found.filter(({ code }) => code !== "AN002")];
}

/** What is told of a schedule whose run lacks what it needs. */
export function unchecked(error: PlanError, source: Source): readonly Reported[] {
  const [{ path, expected, received }] = error.issues as readonly [PlanError["issues"][number]];
  const text = `it was not checked: expected ${expected}, received ${received}`;
  const given = { path, text, mend: "give the run's facts: --base, --steps, --steps-per-epoch", step: undefined };
  return [{ ...labelOf(source), ...given, code: "AN901", severity: "info", place: source.place }];
}

function labelOf({ file, name }: Source): Pick<Reported, "file" | "source" | "schedule"> {
  const several = `${basename(file)}: `;
  const schedule = name.startsWith(several) ? name.slice(several.length) : undefined;
  return { file: file === "-" || file === "argument" ? undefined : file, source: file, schedule };
}
