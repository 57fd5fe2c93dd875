import { type Functions, functions as ours, type Plan, PlanError, type Run, type Schedule, schedule } from "anneal";
import { flagOf } from "./flags.ts";
import { noRoom } from "./noRoom.ts";
import { type PlaceOf, placed } from "./placed.ts";
import { settingOf } from "./settingOf.ts";
import type { Source } from "./source.ts";
import { type Remark, SourceError } from "./sourceError.ts";

/** One hyperparameter of one group over the run. */
export interface Curve {
  /** What it is called: the source, and the hyperparameter and the group where there are several. */
  readonly name: string;
  /** The hyperparameter, such as `lr`. */
  readonly key: string;
  readonly group: number;
  readonly plan: Plan;
  readonly run: Run;
  /** The functions that its plan may name: the library's own, and the source's. */
  readonly functions: Functions;
  /** What one step is, where that is known. */
  readonly unit: "update" | "epoch" | undefined;
  /** How many updates an epoch has, where that is known and a step is an epoch. */
  readonly updatesPerEpoch: number | undefined;
  /** For how many updates each of its values is held, where it counted epochs. */
  readonly heldFor?: number;
  /** The same by epochs, where it counted those. */
  readonly ofEpoch?: Schedule;
  /** As far as it says something, where its run does not say how long it is and its plan cannot. */
  readonly lasts?: number | undefined;
  readonly at: Schedule;
}

/** The plans of a source; a SourceError that says what is wrong with it, or which facts it needs and how to give them. */
export function programOf({
  program,
  problems,
  needs,
  notes,
  file,
  text,
  place,
}: Source): NonNullable<Source["program"]> {
  if (program) return program;
  if (problems.length > 0) throw new SourceError(file, new PlanError(problems), text);
  const asked = needs.map((need): Remark => {
    const own = /^(?:async )?def (\w+)/.exec(need.name)?.[1];
    // Nobody can type a function.
    if (own !== undefined) return { text: `${own} cannot be read (${need.why})`, place: need.place ?? place };
    return { text: `say what ${need.name} is: ${settingOf(need.name)} (${need.why})`, place: need.place ?? place };
  });
  // What is known of the command line's own facts tells a misspelt one.
  const known = notes.filter((note) => !note.place).map((note): Remark => ({ text: note.text, place: undefined }));
  throw new SourceError(file, [...asked, ...known], text);
}

/** Every curve of a source, whose plans all facts are there for. */
export function curvesOf(source: Source): readonly Curve[] {
  const program = programOf(source);
  const { name, file, text, place, placeOf, updatesPerEpoch } = source;
  const functions = { ...ours, ...source.functions };
  return Object.entries(program).flatMap(([key, plans], _, entries) => {
    const own = Object.hasOwn(source.ownBases ?? {}, key) ? source.ownBases?.[key] : undefined;
    const bases = own ?? source.bases ?? [source.run.base];
    const list = "kind" in plans ? bases.map(() => plans) : plans;
    return list.map((plan, group): Curve => {
      const base = bases[group] ?? bases[0];
      const run: Run = { ...source.run, ...(base === undefined ? {} : { base }) };
      const path = "kind" in plans ? key : `${key}[${group}]`;
      const at = scheduled(
        plan,
        run,
        functions,
        { file, text, needs: source.needs, placeOf: placeOf ?? (() => place) },
        path,
      );
      // Who counts one update an epoch counts epochs.
      const unit = source.unit ?? (run.stepsPerEpoch === 1 ? "epoch" : undefined);
      const parts = [name, entries.length > 1 ? key : "", list.length > 1 ? `group ${group}` : ""];
      return { name: parts.filter(Boolean).join(" "), key, group, plan, run, functions, unit, updatesPerEpoch, at };
    });
  });
}

/** A plan's schedule; facts of the run that it lacks are told by their flags. */
function scheduled(
  plan: Plan,
  run: Run,
  functions: Functions,
  { file, text, needs, placeOf }: Pick<Source, "file" | "text" | "needs"> & { readonly placeOf: PlaceOf },
  key: string,
): Schedule {
  try {
    return schedule(plan, run, { functions });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const crowded = error.issues.map((issue) => {
      return { text: noRoom(issue, plan, run), place: placeOf([key, issue.path].filter(Boolean).join(".")) };
    });
    if (crowded.every((one): one is Remark => one.text !== undefined)) throw new SourceError(file, crowded, text);
    const facts = error.issues.map(({ expected }) => /^run\.(\w+) to resolve it$/.exec(expected)?.[1]);
    if (facts.includes(undefined)) throw new SourceError(file, placed(error, placeOf, key), text);
    // A rate that the text has a name for is asked for by that.
    const rate = needs.find(({ name, why }) => why === "the optimizer's rate" && !/^(?:lr|learning_rate)$/.test(name));
    const flags = [...new Set(facts as string[])].map((fact) => {
      return fact === "base" && rate ? settingOf(rate.name) : flagOf(fact);
    });
    const [{ path, received }] = error.issues as [PlanError["issues"][number]];
    const told = `say ${flags.join(" and ")}, which ${path || "the plan"} needs: it is ${received}`;
    throw new SourceError(file, [{ text: told, place: placeOf([key, path].filter(Boolean).join(".")) }], text);
  }
}
