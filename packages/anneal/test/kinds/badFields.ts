import { expect } from "vitest";
import { type Plan, PlanError, parsePlan, schedule } from "../../src/index.ts";
import { kinds } from "../../src/plan.ts";
import { issuesOf, messageOf } from "../issues.ts";

const FACTS = { steps: 100, stepsPerEpoch: 10, base: 0.1, samplesPerStep: 2, tokensPerStep: 4 };

/** A function that plans may name. */
const FUNCTIONS = { ones: () => 1 };

/** What no field of any kind accepts, whatever its type. */
const NEVER = [
  null,
  {},
  [[]],
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  "5 parsecs",
  "1e999x",
  5n,
];

/**
 * Every field of a kind refuses what is not its type, both in saved data and when built, with one problem at its own
 * path; fields that must be there are missed, and others than those are refused.
 */
export function refusesBadFields(plan: Plan): void {
  const table = kinds[plan.kind].fields;
  for (const [name, field] of Object.entries(table)) {
    const wrong = field.type === "text" ? NEVER.filter((value) => typeof value !== "string") : NEVER;
    for (const value of [...wrong, ...(field.list ? [[null]] : [[]])])
      refuses({ ...plan, [name]: value } as Plan, name);
    const { [name as keyof Plan]: _, ...without } = plan;
    if ("default" in field) expect(schedule(without as Plan, FACTS, { functions: FUNCTIONS })).toBeTypeOf("function");
    else refuses(without as Plan, name);
  }
  const names = ["kind", ...Object.keys(table)].join(", ");
  const unknown: unknown = { ...plan, quixotic: 1 };
  expect(messageOf(() => parsePlan(unknown))).toBe(`expected one of ${names}, received "quixotic"`);
}

function refuses(plan: Plan, name: string): void {
  const [issue, ...more] = issuesOf(() => parsePlan(plan));
  expect([issue?.path.split(/[.[]/)[0], more], JSON.stringify(issue)).toEqual([name, []]);
  expect(issuesOf(() => schedule(plan, FACTS, { functions: FUNCTIONS }))).toEqual([issue]);
}

/** The paths of what is wrong with a plan. */
export function pathsOf(plan: unknown, facts: object = FACTS): string[] {
  try {
    schedule(plan as Plan, facts, { functions: FUNCTIONS });
  } catch (error) {
    if (error instanceof PlanError) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
}
