import { functions as ours, type Plan } from "anneal";
import type { Exported } from "anneal/interop";
import { controllersOf } from "../../source/controllersOf.ts";
import type { Source } from "../../source/source.ts";
import { functionsOf } from "./functionsOf.ts";

/** A source in the saved form of this library: one plan, or a program with the run that it is for. */
export function toPlan(source: Source): Exported {
  const { program = {}, run, bases, unit } = source;
  const [[key, only] = [], ...others] = Object.entries(program);
  const isBare = others.length === 0 && key === "lr" && Object.keys(run).length === 0 && !bases;
  const driven = Object.entries(program).map(([one, plan]) => {
    const controllers = controllersOf(source, one);
    return [one, controllers.length > 0 ? { plan, controllers } : plan] as const;
  });
  const whole = { program: Object.fromEntries(driven), run, ...(bases ? { bases } : {}) };
  const isAlone = isBare && controllersOf(source, "lr").length === 0;
  const saved = isAlone && isPlan(only) ? { version: 1, ...only } : whole;
  const needs = [...new Set(Object.values(program).flat().flatMap(functionsOf))].filter(
    (name) => !Object.hasOwn(ours, name),
  );
  return {
    code: `${JSON.stringify(saved, undefined, 2)}\n`,
    exact: needs.length === 0,
    notes: [
      ...needs.map((name) => `the function ${JSON.stringify(name)} is no data: whoever reads the plan has to have it`),
      ...(unit === "epoch" ? ["a step of it is an epoch, as run.stepsPerEpoch 1 says: step it once in each"] : []),
    ],
  };
}

function isPlan(plans: Plan | readonly Plan[] | undefined): plans is Plan {
  return plans !== undefined && "kind" in plans;
}
