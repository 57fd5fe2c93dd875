import { refuse } from "../error.ts";
import { isObject } from "../field.ts";

/** One param group: its hyperparameters by name. */
export interface ParamGroup {
  /** The learning rate that the optimizer uses for this group. */
  lr: number;
  /** The base rate, remembered by the first scheduler. */
  initialLr?: number;
}

/** What a scheduler drives: anything with param groups, as PyTorch's optimizers have. */
export interface Optimizer {
  /** Each group may have further hyperparameters. */
  readonly paramGroups: readonly (ParamGroup | (ParamGroup & Readonly<Record<string, unknown>>))[];
}

/** The optimizer's groups, or a PlanError when it has none. */
export function paramGroupsOf(optimizer: Optimizer): readonly ParamGroup[] {
  const groups = optimizer?.paramGroups;
  const usable = Array.isArray(groups) && groups.length > 0 && [...groups].every(isObject);
  const expected = "a list of param groups (anneal/tfjs: paramGroups(optimizer))";
  return usable ? groups : refuse("optimizer.paramGroups", expected, groups);
}

/** Whether an optimizer's groups are still the ones that were bound. */
export function sameGroups({ paramGroups }: Optimizer, bound: readonly ParamGroup[]): boolean {
  let i = bound.length;
  if (paramGroups?.length !== i) return false;
  while (i && paramGroups[i - 1] === bound[i - 1]) i--;
  return !i;
}
