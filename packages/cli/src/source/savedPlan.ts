import { type Plan, PlanError, parsePlan } from "anneal";
import { parse } from "jsonc-parser";
import type { FlagValues } from "../command.ts";
import type { Control } from "./controlled.ts";
import { readerNamed } from "./frameworkNames.ts";
import { type PlaceOf, placed } from "./placed.ts";
import { placeInJson } from "./placeInJson.ts";
import { refuseJson } from "./refuseJson.ts";
import type { Source } from "./source.ts";

type Saved = Required<Pick<Source, "run" | "bases" | "ownBases" | "placeOf">> & Pick<Source, "program" | "control">;

/** What an editor needs to know the schema by, and is no field of a plan. */
const SCHEMA = "$schema";

/** A plan in its saved form, or a saved program with its run and the groups' base rates: `{ program, run, bases }`. */
export function savedPlan(text: string, { from }: FlagValues): Saved | undefined {
  const asked = from !== undefined;
  if (asked && readerNamed(from as string) !== "anneal") return undefined;
  let saved: unknown;
  try {
    saved = JSON.parse(text);
  } catch {
    if (asked || isNearlyOurs(text)) refuseJson(text);
    return undefined;
  }
  if (typeof saved !== "object" || saved === null || Array.isArray(saved)) return undefined;
  const { [SCHEMA]: _, ...fields } = saved as Readonly<Record<string, unknown>>;
  const { program, run = {}, bases } = fields;
  const at: PlaceOf = (path, key) => placeInJson(text, path, key);
  if ("program" in fields && !(isObject(program) && Object.keys(program).length > 0)) {
    throw refused("program", "an object with a plan for each hyperparameter", program, at);
  }
  if (isObject(program)) {
    const placeOf: PlaceOf = (path, key) => placeInJson(text, `program.${path}`, key);
    const plans = Object.entries(program).map(([name, value]) => [name, plansIn(value, name, placeOf)]);
    if (!isObject(run)) throw refused("run", "an object of the run's facts", run, at);
    const control = controlIn(fields, at);
    return { program: Object.fromEntries(plans), run, ...basesIn(bases, at), ...(control && { control }), placeOf };
  }
  if (!("kind" in fields)) return undefined;
  const placeOf: PlaceOf = (path, key) => placeInJson(text, path.replace(/^lr(?:\.|$)/, ""), key);
  return { program: { lr: checked(fields, "lr", placeOf) }, run: {}, bases: undefined, ownBases: undefined, placeOf };
}

/** The plans of a hyperparameter: also those that a Scheduler's state has beside their controllers. */
function plansIn(value: unknown, name: string, placeOf: PlaceOf): Plan | readonly Plan[] {
  const { plan } = Object(value) as { readonly plan?: unknown };
  const isDriven = isObject(value) && !("kind" in value) && plan !== undefined;
  const [plans, path] = isDriven ? [plan, `${name}.plan`] : [value, name];
  if (!Array.isArray(plans)) return checked(plans, path, placeOf);
  return plans.map((one, i) => checked(one, `${path}[${i}]`, placeOf));
}

/** What the controllers of a Scheduler's state have come to; none where it has none. */
function controlIn({ position, controllers }: Readonly<Record<string, unknown>>, at: PlaceOf): Control | undefined {
  if (typeof position !== "number" || !(position >= 0) || !isObject(controllers)) return undefined;
  const all = Object.entries(controllers).flatMap(([key, list]): [string, readonly number[]][] => {
    const own = (Array.isArray(list) ? list : [list]).map((one) => Object(one).scales);
    if (!Array.isArray(list) || !own.every(areRates)) {
      throw refused(`controllers.${key}`, "a list of states with their scales", list, at);
    }
    const groups = own.reduce((most, { length }) => Math.max(most, length), 0);
    const scales = Array.from({ length: groups }, (_, i) => own.reduce((product, one) => product * (one[i] ?? 1), 1));
    return groups > 0 ? [[key, scales]] : [];
  });
  return all.length > 0 ? { position, scales: Object.fromEntries(all) } : undefined;
}

/** The groups' base rates: one list, or in a Scheduler's state one for each hyperparameter. */
function basesIn(bases: unknown, at: PlaceOf): Pick<Saved, "bases" | "ownBases"> {
  if (isObject(bases) && Object.keys(bases).length > 0) {
    for (const [name, own] of Object.entries(bases)) {
      if (!areRates(own)) throw refused(`bases.${name}`, "a list of rates", own, at);
    }
    const all = bases as Readonly<Record<string, readonly number[]>>;
    return { bases: all.lr ?? Object.values(all)[0], ownBases: all };
  }
  if (bases !== undefined && !areRates(bases)) throw refused("bases", "a list of rates", bases, at);
  return { bases, ownBases: undefined };
}

function areRates(bases: unknown): bases is readonly number[] {
  return Array.isArray(bases) && bases.every((base) => typeof base === "number" && base >= 0);
}

/** Whether a text that is no JSON would be a plan or a program without its mistakes, such as comments. */
function isNearlyOurs(text: string): boolean {
  if (!/^\s*(?:\/[/*]|\{)/.test(text)) return false;
  const { kind, program } = Object(parse(text)) as { readonly kind?: unknown; readonly program?: unknown };
  return typeof kind === "string" || isObject(program);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checked(plan: unknown, path: string, placeOf: PlaceOf): Plan {
  try {
    return parsePlan(plan);
  } catch (error) {
    throw error instanceof PlanError ? placed(error, placeOf, path) : error;
  }
}

function described(value: unknown): string {
  return isObject(value) && Object.keys(value).length === 0
    ? "an empty one"
    : Array.isArray(value)
      ? "a list"
      : typeof value;
}

function refused(path: string, expected: string, received: unknown, placeOf: PlaceOf): PlanError {
  return placed(new PlanError([{ path, expected, received: described(received) }]), placeOf);
}
