import { functions as ours, type Plan } from "anneal";
import type { Exported } from "anneal/interop";
import type { Source } from "../../source/source.ts";
import { functionsOf } from "./functionsOf.ts";

/** A source in the saved form of this library: one plan, or a program with the run that it is for. */
export function toPlan({ program = {}, run, bases, unit }: Source): Exported {
  const [[key, only] = [], ...others] = Object.entries(program);
  const isBare = others.length === 0 && key === "lr" && Object.keys(run).length === 0 && !bases;
  const saved = isBare && isPlan(only) ? { version: 1, ...only } : { program, run, ...(bases ? { bases } : {}) };
  const needs = [...new Set(Object.values(program).flat().flatMap(functionsOf))].filter((name) => !(name in ours));
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
