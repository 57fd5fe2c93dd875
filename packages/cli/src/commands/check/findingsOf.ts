import { basename } from "node:path";
import type { PlanError } from "anneal";
import { type CheckOptions, check } from "anneal/check";
import type { Source } from "../../source/source.ts";
import { placeInJson } from "./placeInJson.ts";
import type { Reported } from "./report.ts";

/** Where a source came from. */
export interface Origin {
  readonly file: string | undefined;
  readonly name: string;
  /** The text of a plan's own file, in which paths have places of their own. */
  readonly text: string | undefined;
}

/** What the rules and the reader say of one schedule. */
export function findingsOf(source: Source, origin: Origin, options: CheckOptions): readonly Reported[] {
  const { program, run, bases, functions, unit, notes, needs, problems, place } = source;
  const from = labelOf(source, origin);
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
      const at = origin.text === undefined ? place : placeInJson(origin.text, inFile(origin.text, finding.path));
      return { ...from, step: undefined, ...finding, place: at };
    }),
    ...told,
  ];
}

/** What is told of a schedule whose run lacks what it needs. */
export function unchecked(error: PlanError, source: Source, origin: Origin): readonly Reported[] {
  const [{ path, expected, received }] = error.issues as readonly [PlanError["issues"][number]];
  const text = `it was not checked: expected ${expected}, received ${received}`;
  const given = { path, text, mend: "give the run's facts: --base, --steps, --steps-per-epoch", step: undefined };
  return [{ ...labelOf(source, origin), ...given, code: "AN901", severity: "info", place: source.place }];
}

function labelOf(source: Source, { file, name }: Origin): Pick<Reported, "file" | "source" | "schedule"> {
  const several = `${basename(name)}: `;
  const schedule = source.name.startsWith(several) ? source.name.slice(several.length) : undefined;
  return { file, source: name, schedule };
}

/** A path of a program as it stands in a plan's own file: that of a plan alone has no hyperparameter. */
function inFile(text: string, path: string): string {
  return "program" in (JSON.parse(text) as object) ? `program.${path}` : path.replace(/^lr\.?/, "");
}
