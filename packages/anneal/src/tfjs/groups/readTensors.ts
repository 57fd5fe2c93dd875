import { Problems, refuse } from "../../error.ts";
import type { NamedTensor } from "../recognise.ts";
import { readValues, type Values } from "../values.ts";

/** A tensor that was saved, outside of TensorFlow.js. */
export interface SavedTensor {
  readonly name: string;
  readonly tensor: Values;
}

/** Reads all weights before any is taken over, or tells all that cannot be. */
export async function readTensors(weights: readonly NamedTensor[]): Promise<readonly [SavedTensor, ...SavedTensor[]]> {
  if (!Array.isArray(weights) || weights.length === 0) refuse("weights", "the weights of an optimizer", weights);
  const problems = new Problems();
  // A list may have gaps, which `map` would leave out.
  const reading = Array.from(weights as readonly (Partial<NamedTensor> | null | undefined)[], async (one, i) => {
    const { name, tensor } = one ?? {};
    const read = await readValues(tensor as NamedTensor["tensor"]).catch(String);
    const unread = typeof read === "string" ? read : typeof name === "string" ? undefined : String(name);
    const wrong = unread ?? (read as Values).values.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) problems.add(`weights[${i}]`, "a name and a tensor of finite numbers", wrong);
    return { name, tensor: read };
  });
  const read = await Promise.all(reading);
  problems.throwIfAny();
  return read as unknown as readonly [SavedTensor, ...SavedTensor[]];
}
