import { type Functions, PlanError, type SchedulerState } from "anneal";
import { keep } from "anneal/resume";
import type { FlagValues } from "../../command.ts";
import { flagOf, runOf } from "../../source/flags.ts";
import { placed } from "../../source/placed.ts";
import { placesInJson } from "../../source/placesInJson.ts";
import { SourceError } from "../../source/sourceError.ts";

/** The state that a text is, checked, with the facts that the flags say; undefined where it is none. */
export function readState(
  file: string,
  text: string,
  flags: FlagValues,
  functions: Functions,
): SchedulerState | undefined {
  const given = stateIn(text);
  if (!given) return undefined;
  const checked = { controllers: {}, run: {}, ...given };
  try {
    for (const name of ["program", "run", "bases"]) {
      const value = checked[name as keyof typeof checked];
      if (isObject(value) && (name !== "bases" || Object.keys(value).length > 0)) continue;
      throw new PlanError([{ path: name, expected: EXPECTED[name] as string, received: describe(value) }]);
    }
    const run = checked.run as SchedulerState["run"];
    const state = { ...checked, run: { ...run, ...runOf(flags, run.stepsPerEpoch) } } as unknown as SchedulerState;
    keep(state, state, functions);
    return state;
  } catch (error) {
    throw error instanceof PlanError ? new SourceError(file, told(error, text), text) : error;
  }
}

/** What a state has under each name. */
const EXPECTED: Readonly<Record<string, string>> = {
  program: "an object with a plan for each hyperparameter",
  run: "an object of the run's facts",
  bases: "an object with a list of base rates for each hyperparameter",
};

/** What a text has, if it has what only a state has. */
function stateIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const saved: unknown = JSON.parse(text);
    return isObject(saved) && "program" in saved && "bases" in saved && "position" in saved ? saved : undefined;
  } catch {
    return undefined;
  }
}

/** The problems of a state with their places in its text; a fact that is missing is asked for by its flag. */
function told({ issues }: PlanError, text: string): PlanError {
  const own = issues.map((issue) => {
    const fact = /^run\.(\w+) to resolve it$/.exec(issue.expected)?.[1];
    const path = issue.path.replace(/^state\./, "");
    return {
      ...issue,
      path,
      ...(fact === undefined ? {} : { expected: `${flagOf(fact)}, or run.${fact}, to resolve it` }),
    };
  });
  return placed(new PlanError(own), placesInJson(text));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isObject(value) ? "an empty one" : JSON.stringify(value);
}
