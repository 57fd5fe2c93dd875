import { paramGroups, type TfjsParamGroup } from "../paramGroups.ts";
import type { Internals, NamedTensor, Tensor, TfjsOptimizer, Variable } from "../recognise.ts";
import { readValues, tensorOf, type Values, writeValues } from "../values.ts";

/** All that an optimizer remembers, as plain data. */
export type SavedOptimizer = Readonly<Record<string, unknown>>;

/** Reads and restores an optimizer. */
export interface OptimizerState {
  /** Its param groups, by which the rate is set. */
  readonly groups: readonly TfjsParamGroup[];
  read(): Promise<SavedOptimizer>;
  restore(saved: SavedOptimizer): Promise<void>;
}

/** One entry of the lists in which an optimizer keeps a variable for each weight. */
interface Slot {
  readonly originalName: string;
  readonly variable: Variable;
}

/** The state of any optimizer that has param groups. */
export function optimizerState(optimizer: TfjsOptimizer): OptimizerState {
  const groups = paramGroups(optimizer).paramGroups;
  const single = optimizer as unknown as Internals & Fields;
  return { groups, ...(typeof single.learningRate === "number" ? ofFields(single) : ofWeights(single)) };
}

type Fields = Record<string, unknown>;

/**
 * Of one of the seven: every field that it has. Their own `getWeights` is not enough to go on with the same bits: Adam
 * computes its powers of beta anew, and Adamax throws.
 */
function ofFields(optimizer: Internals & Fields): Omit<OptimizerState, "groups"> {
  return {
    async read() {
      // The count of updates is a field once it was read.
      const saved: Fields = { iterations: optimizer.iterations };
      for (const [name, value] of Object.entries(optimizer)) {
        if (isSlots(value)) saved[name] = await Promise.all(value.map(({ variable }) => readValues(variable)));
        else if (isTensor(value)) saved[name] = await readValues(value);
        else if (Object(value) !== value) saved[name] = value;
      }
      return saved;
    },
    async restore(saved) {
      for (const [name, value] of Object.entries(optimizer)) {
        const before = saved[name];
        if (isSlots(value)) {
          const slots = before as readonly Values[];
          for (const { variable } of value.splice(slots.length)) variable.dispose();
          for (const [i, { variable }] of value.entries()) writeValues(variable, slots[i] as Values);
        } else if (isTensor(value)) {
          // A tensor that is no variable is made from the rate or the momentum, and was restored with these.
          if ("assign" in value) writeValues(value as Variable, before as Values);
        } else if (Object(value) !== value) optimizer[name] = before;
      }
    },
  };
}

/** Of several groups: what they save themselves by. */
function ofWeights(optimizer: object): Omit<OptimizerState, "groups"> {
  const saving = optimizer as {
    getWeights(): Promise<readonly NamedTensor[]>;
    setWeights(weights: readonly NamedTensor[]): Promise<void>;
  };
  return {
    async read() {
      const weights = await saving.getWeights();
      return {
        weights: await Promise.all(weights.map(async ({ name, tensor }) => ({ name, ...(await readValues(tensor)) }))),
      };
    },
    async restore({ weights }) {
      const tensors = (weights as readonly (Values & { readonly name: string })[]).map((values) => {
        return { name: values.name, tensor: tensorOf(values) };
      });
      await saving.setWeights(tensors);
      for (const { tensor } of tensors) tensor.dispose();
    },
  };
}

function isTensor(value: unknown): value is Tensor {
  return typeof (value as Partial<Tensor> | null | undefined)?.data === "function";
}

function isSlots(value: unknown): value is Slot[] {
  return Array.isArray(value) && value.every((entry: Partial<Slot> | null) => isTensor(entry?.variable));
}
