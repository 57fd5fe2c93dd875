/** An array of jax-js, inside `jit` or outside of it; every operation consumes its arguments, a `ref` it does not. */
export interface TracedArray {
  readonly ref: this;
}

/**
 * What is used of jax-js's `numpy`, so that it is not imported: pass `numpy` itself. `A` is its array, `D` the
 * type of its types of numbers.
 *
 * - `float32`, `int32`: the two types of numbers that are computed with.
 * - the functions: jax-js's own, each of which consumes the arrays that it is given.
 */
export interface TracedNumpy<A, D> {
  readonly float32: D;
  readonly int32: D;
  array(values: Float32Array<ArrayBuffer>): A;
  astype(array: NoInfer<A>, type: NoInfer<D>): NoInfer<A>;
  add: Binary<NoInfer<A>>;
  subtract: Binary<NoInfer<A>>;
  multiply: Binary<NoInfer<A>>;
  divide: Binary<NoInfer<A>>;
  minimum: Binary<NoInfer<A>>;
  maximum: Binary<NoInfer<A>>;
  less: Binary<NoInfer<A>>;
  greaterEqual: Binary<NoInfer<A>>;
  where(condition: NoInfer<A>, then: NoInfer<A> | number, otherwise: NoInfer<A> | number): NoInfer<A>;
  floor(a: NoInfer<A>): NoInfer<A>;
  log(a: NoInfer<A>): NoInfer<A>;
  sqrt(a: NoInfer<A>): NoInfer<A>;
  take(values: NoInfer<A>, places: NoInfer<A>): NoInfer<A>;
  expandDims(a: NoInfer<A>, axis: number): NoInfer<A>;
  sum(a: NoInfer<A>, axis: number): NoInfer<A>;
}

/** An operation on two arrays, or on an array and a number. */
type Binary<A> = (a: A | number, b: A | number) => A;

/** A factor of a traced time, from a `custom` plan's `args`: its counterpart inside `jit`. It consumes the time. */
export type TracedFunction<A> = (t: A, args: readonly number[]) => A;
