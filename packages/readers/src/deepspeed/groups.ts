import type { Plan } from "anneal";
import type { Reader } from "../entry.ts";
import type { Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { tooManyGroups } from "../tooManyGroups.ts";
import { type ParamGroups, readParamGroups } from "../torch/optimizer/paramGroups.ts";

/** The optimizer of a schedule. */
export const optimizer: Parameter<ParamGroups> = {
  read: (value, { context }) => readParamGroups(value, context),
};

/** One value for all param groups, or one for each. */
export type Each<T> = T | readonly T[];

/** The value of one group. */
export function pick<T extends number | null>(each: Each<T>, group: number): T {
  return (typeof each === "object" && each !== null ? each[group] : each) as T;
}

/** What a schedule is of. */
export interface Groups {
  readonly optimizer: ParamGroups;
  /** The arguments that may have one value for each group, by their names. */
  readonly each: Readonly<Record<string, Each<number | null>>>;
  /** Whether plans are relative to the optimizer's rate. */
  readonly relative?: boolean;
  readonly steps?: number;
}

/** What is found of a schedule: one plan, or one for each group where its arguments have lists. */
export function foundEach(
  { optimizer: { bases = [], count, missing }, each, relative = false, steps = 0 }: Groups,
  { context, place }: Reader,
  plan: (group: number) => Plan,
): Found | undefined {
  const lists = Object.entries(each).flatMap(([name, value]) => (isEach(value) ? [[name, value.length] as const] : []));
  const groups = count ?? lists[0]?.[1] ?? 1;
  const wrong = lists.filter(([, length]) => length !== groups);
  for (const [name, length] of wrong)
    context.problem(name, `${groups} values, one for each group`, String(length), place);
  if (wrong.length > 0 || tooManyGroups(groups, "the param groups", context, place)) return undefined;
  if (relative) {
    for (const { name, value } of missing) context.need(name, "the optimizer's rate", value?.place ?? place);
  }
  const [base] = bases;
  return {
    program: { lr: lists.length > 0 ? Array.from({ length: groups }, (_, group) => plan(group)) : plan(0) },
    run: { ...(base !== undefined && { base }), ...(steps > 0 && { steps }) },
    ...(bases.length > 1 && { bases }),
  };
}

const isEach = (value: Each<number | null>): value is readonly (number | null)[] => Array.isArray(value);
