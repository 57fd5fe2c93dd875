import { type Plan, PlanError, parsePlan } from "anneal";
import { findNodeAtLocation } from "jsonc-parser";
import type { FlagValues } from "../command.ts";
import { controlIn } from "./controlIn.ts";
import { readerNamed } from "./frameworkNames.ts";
import { jsonTree } from "./jsonTree.ts";
import { type PlaceOf, placed } from "./placed.ts";
import { placesInJson } from "./placesInJson.ts";
import { isObject, refusedField } from "./refusedField.ts";
import { refuseJson } from "./refuseJson.ts";
import type { Source } from "./source.ts";

type Saved = Required<Pick<Source, "run" | "bases" | "ownBases" | "placeOf">> &
  Pick<Source, "program" | "control" | "driven">;

/** More groups than any model has parameters' lists; each is evaluated, drawn and told by itself. */
const MOST_GROUPS = 10_000;

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
  const at = placesInJson(text);
  if ("program" in fields && !(isObject(program) && Object.keys(program).length > 0)) {
    throw refusedField("program", "an object with a plan for each hyperparameter", program, at);
  }
  if (isObject(program)) {
    checkVersion(fields, at);
    const placeOf: PlaceOf = (path, key) => at(`program.${path}`, key);
    const plans = Object.entries(program).map(([name, value]) => [name, plansIn(value, name, placeOf)]);
    if (!isObject(run)) throw refusedField("run", "an object of the run's facts", run, at);
    const rates = basesIn(bases, at);
    const control = controlIn(fields, (key) => groupsOf(key, program, rates), at);
    const driven = drivenIn(program, fields.controllers);
    return { program: Object.fromEntries(plans), run, ...rates, control, driven, placeOf };
  }
  if (!("kind" in fields)) return undefined;
  const placeOf: PlaceOf = (path, key) => at(path.replace(/^lr(?:\.|$)/, ""), key);
  return { program: { lr: checked(fields, "lr", placeOf) }, run: {}, bases: undefined, ownBases: undefined, placeOf };
}

function checkGroups(path: string, groups: readonly unknown[], at: PlaceOf): void {
  if (groups.length > MOST_GROUPS) throw refusedField(path, `at most ${MOST_GROUPS} groups`, groups, at);
}

/** A program of another version means something else. */
function checkVersion({ version = 1 }: { readonly version?: unknown }, at: PlaceOf): void {
  if (version === 1) return;
  const received = JSON.stringify(version).slice(0, 80);
  throw placed(new PlanError([{ path: "version", expected: "1, the version that this command reads", received }]), at);
}

/** The plans of a hyperparameter: also those that a Scheduler's state has beside their controllers. */
function plansIn(value: unknown, name: string, placeOf: PlaceOf): Plan | readonly Plan[] {
  const { plan } = Object(value) as { readonly plan?: unknown };
  const isDriven = isObject(value) && !("kind" in value) && plan !== undefined;
  const [plans, path] = isDriven ? [plan, `${name}.plan`] : [value, name];
  if (!Array.isArray(plans)) return checked(plans, path, placeOf);
  checkGroups(path, plans, placeOf);
  return plans.map((one, i) => checked(one, `${path}[${i}]`, placeOf));
}

/** The controllers of each hyperparameter that has some: as a program has them, with what they came to where a state says it. */
function drivenIn(program: object, states: unknown): Source["driven"] {
  const all = Object.keys(program).flatMap((key): [string, readonly unknown[]][] => {
    const own = [
      Object((program as Readonly<Record<string, unknown>>)[key]).controllers,
      Object.hasOwn(Object(states), key) ? Object(states)[key] : undefined,
    ].map((one) => (one === undefined ? [] : [one].flat()));
    const [controllers = [], underWay = []] = own;
    if (underWay.length > 0) return [[key, own]];
    return controllers.length > 0 ? [[key, controllers]] : [];
  });
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}

/** How many groups a hyperparameter has, by its base rates or its plans. */
function groupsOf(key: string, program: object, { bases, ownBases }: ReturnType<typeof basesIn>): number | undefined {
  const own = ownBases && Object.hasOwn(ownBases, key) ? ownBases[key] : ownBases ? undefined : bases;
  const entry = (program as Readonly<Record<string, unknown>>)[key];
  const plans = Object(entry).plan ?? entry;
  return own?.length ?? (Array.isArray(plans) ? plans.length : undefined);
}

/** The groups' base rates: one list, or in a Scheduler's state one for each hyperparameter. */
function basesIn(bases: unknown, at: PlaceOf): Pick<Saved, "bases" | "ownBases"> {
  if (isObject(bases) && Object.keys(bases).length > 0) {
    for (const [name, own] of Object.entries(bases)) {
      if (!areRates(own)) throw refusedField(`bases.${name}`, "a list of rates", own, at);
      checkGroups(`bases.${name}`, own, at);
    }
    const all = bases as Readonly<Record<string, readonly number[]>>;
    return { bases: all.lr ?? Object.values(all)[0], ownBases: all };
  }
  if (bases !== undefined && !areRates(bases)) throw refusedField("bases", "a list of rates", bases, at);
  if (bases) checkGroups("bases", bases, at);
  return { bases, ownBases: undefined };
}

function areRates(bases: unknown): bases is readonly number[] {
  return Array.isArray(bases) && bases.length > 0 && bases.every((base) => typeof base === "number" && base >= 0);
}

/** Whether a text that is no JSON would be a plan or a program without its mistakes, such as comments. */
function isNearlyOurs(text: string): boolean {
  if (!/^\s*(?:\/[/*]|\{)/.test(text)) return false;
  const root = jsonTree(text);
  const [kind, program] = ["kind", "program"].map((name) => root && findNodeAtLocation(root, [name]));
  return kind?.type === "string" || program?.type === "object";
}

function checked(plan: unknown, path: string, placeOf: PlaceOf): Plan {
  try {
    return parsePlan(plan);
  } catch (error) {
    throw error instanceof PlanError ? placed(error, placeOf, path) : error;
  }
}
