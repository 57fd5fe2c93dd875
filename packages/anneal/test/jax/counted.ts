import type { TracedArray, TracedNumpy } from "../../src/jax/index.ts";

/** How many owners the arrays of {@link counted} have: an operation takes one from each argument, and a `ref` adds one. */
export class Counted implements TracedArray {
  owners = 1;

  get ref(): this {
    if (this.owners === 0) throw new Error("used after it was consumed");
    this.owners++;
    return this;
  }
}

/** A numpy that computes nothing and counts owners, as jax-js does; and all the arrays that it has made. */
export function counted(): { readonly numpy: TracedNumpy<Counted, string>; readonly made: Counted[] } {
  const made: Counted[] = [];
  const operation = (...given: unknown[]): Counted => {
    for (const one of given) {
      if (!(one instanceof Counted)) continue;
      if (one.owners === 0) throw new Error("consumed twice");
      one.owners--;
    }
    const result = new Counted();
    made.push(result);
    return result;
  };
  const types = { float32: "float32", int32: "int32" };
  const binary = { add: operation, subtract: operation, multiply: operation, divide: operation };
  const compared = { minimum: operation, maximum: operation, less: operation, greaterEqual: operation };
  const unary = { floor: operation, log: operation, sqrt: operation, astype: operation, array: operation };
  const shaped = { where: operation, take: operation, expandDims: operation, sum: operation };
  return { numpy: { ...types, ...binary, ...compared, ...unary, ...shaped }, made };
}
