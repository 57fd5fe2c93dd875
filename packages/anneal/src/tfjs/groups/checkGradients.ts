import { Problems } from "../../error.ts";
import type { TfjsVariable } from "./variable.ts";

/** Refuses gradients that TensorFlow.js would stop at when half of the variables had their update. */
export function checkGradients(
  gradients: ReadonlyMap<string, unknown>,
  variables: ReadonlyMap<string, TfjsVariable>,
): void {
  const problems = new Problems();
  for (const [name, given] of gradients) {
    const { shape, isDisposed } = variables.get(name) as TfjsVariable;
    const gradient = given as Partial<TfjsVariable>;
    // A number has no `isDisposed`.
    if (isDisposed || gradient.isDisposed !== false || `${gradient.shape}` !== `${shape}`) {
      problems.add(
        `gradients.${name}`,
        `a tensor of shape [${shape}], not disposed`,
        gradient.shape ? `[${gradient.shape}]` : given,
      );
    }
  }
  problems.throwIfAny();
}
