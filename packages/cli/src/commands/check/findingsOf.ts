import { basename } from "node:path";
import type { PlanError } from "anneal";
import { type CheckOptions, check } from "anneal/check";
import type { Source } from "../../source/source.ts";
import { mendOf } from "./mends.ts";
import type { Reported } from "./report.ts";

/** What the rules and the reader say of one schedule. */
export function findingsOf(source: Source, options: CheckOptions): readonly Reported[] {
  const { program, run, bases, functions, unit, notes, needs, problems, place, placeOf, framework } = source;
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
        mend: `--set "${need.name}=…"`,
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
    ...found.map((finding): Reported => {
      const at = from.file === undefined ? place : (placeOf?.(finding.path) ?? place);
      return { ...from, step: undefined, ...finding, mend: mendOf(finding, framework), place: at };
    }),
    ...told,
  ];
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
