import { dispose, tensor, tensor1d, type Variable } from "@tensorflow/tfjs-core";
import { type FloatArray, readArray, variableOf, writeArray } from "./floatArray.ts";
import type { Optimizer } from "./optimizer.ts";
import type { OptimizerName } from "./optimizerNames.ts";

/** Everything an optimizer remembers from one update to the next, apart from its settings. */
export interface OptimizerState {
  /** Updates done so far. */
  readonly iterations: number;
  /** What its variables hold, by names such as `accBeta1` or `accumulations/0/dense_Dense1/kernel/momentum`. */
  readonly arrays: ReadonlyMap<string, FloatArray>;
  /** With groups: the first of its weights, which are whole numbers. */
  readonly ledger?: readonly number[] | undefined;
}

/** One entry of the lists in which an optimizer keeps a variable for each weight. */
interface Slot {
  readonly originalName: string;
  readonly variable: Variable;
}

/**
 * Where each optimizer keeps what it remembers: lists with one variable per weight, and single values.
 *
 * These are fields that TensorFlow.js 4.22 marks as private. The public `getWeights` of a plain optimizer is not enough to
 * go on with the same bits: Adam computes its powers of beta anew from the count of updates, which differs in the last
 * digits, and Adamax has none.
 */
const fields: Record<OptimizerName, { readonly lists: readonly string[]; readonly values: readonly string[] }> = {
  sgd: { lists: [], values: [] },
  momentum: { lists: ["accumulations"], values: [] },
  adagrad: { lists: ["accumulatedGrads"], values: [] },
  adadelta: { lists: ["accumulatedGrads", "accumulatedUpdates"], values: [] },
  adam: { lists: ["accumulatedFirstMoment", "accumulatedSecondMoment"], values: ["accBeta1", "accBeta2"] },
  adamax: { lists: ["accumulatedFirstMoment", "accumulatedWeightedInfNorm"], values: ["iteration", "accBeta1"] },
  rmsprop: { lists: ["accumulatedMeanSquares", "accumulatedMoments"], values: [] },
};

/** Reads all that `optimizer` remembers. */
export async function optimizerState(name: OptimizerName, optimizer: Optimizer): Promise<OptimizerState> {
  if (isGrouped(optimizer)) return groupedState(optimizer);
  const internals = optimizer as unknown as Record<string, Variable & Slot[]>;
  const arrays = new Map<string, FloatArray>();
  for (const field of fields[name].values) arrays.set(field, readArray(internals[field] as Variable));
  for (const field of fields[name].lists) {
    for (const [index, slot] of (internals[field] as Slot[]).entries()) {
      arrays.set(`${field}/${index}/${slot.originalName}`, readArray(slot.variable));
    }
  }
  return { iterations: optimizer.iterations, arrays };
}

/** Makes a fresh `optimizer` remember what `optimizerState` read, bit for bit. */
export async function restoreOptimizerState(
  name: OptimizerName,
  optimizer: Optimizer,
  state: OptimizerState,
): Promise<void> {
  if (isGrouped(optimizer)) return restoreGroups(optimizer, state);
  const internals = optimizer as unknown as Record<string, unknown>;
  internals.iterations_ = state.iterations;
  for (const [path, array] of state.arrays) {
    const [field, index, ...originalName] = path.split("/") as [string, string, ...string[]];
    if (fields[name].values.includes(field)) writeArray(internals[field] as Variable, array);
    else
      (internals[field] as Slot[])[Number(index)] = {
        originalName: originalName.join("/"),
        variable: variableOf(array),
      };
  }
}

/** An optimizer of several groups gives all that it remembers, bit for bit, as its weights. */
const isGrouped = ({ paramGroups }: Optimizer): boolean => paramGroups.length > 1;

async function groupedState(optimizer: Optimizer): Promise<OptimizerState> {
  const [first, ...others] = await optimizer.getWeights();
  const arrays = new Map(others.map(({ tensor }, index) => [String(index), readArray(tensor)]));
  const ledger = [...(first?.tensor.dataSync() ?? [])];
  // It would last until the next time, and a run would have one tensor more once it has been saved.
  first?.tensor.dispose();
  return { iterations: optimizer.iterations, ledger, arrays };
}

async function restoreGroups(optimizer: Optimizer, { ledger = [], arrays }: OptimizerState): Promise<void> {
  const others = Array.from(arrays, ([name, { shape, values }]) => {
    return { name, tensor: tensor(values, [...shape], "float32") };
  });
  const weights = [{ name: "iter", tensor: tensor1d([...ledger], "int32") }, ...others];
  await optimizer.setWeights(weights);
  dispose(weights.map(({ tensor }) => tensor));
}
