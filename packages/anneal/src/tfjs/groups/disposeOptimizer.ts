import type { Internals } from "../recognise.ts";

/** Gives back all memory of an optimizer. Momentum's own `dispose` forgets the scalar of its rate. */
export function disposeOptimizer(optimizer: Internals): void {
  optimizer.dispose();
  for (const value of Object.values(optimizer)) if (value?.isDisposed === false) value.dispose();
}
