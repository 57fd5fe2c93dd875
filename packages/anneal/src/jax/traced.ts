import { Problems } from "../error.ts";
import { isObject } from "../field.ts";
import type { CustomFunction, Functions } from "../kind.ts";
import { mapValues } from "../mapValues.ts";
import type { FactsOf } from "../needs.ts";
import { piecesOf } from "../piecesOf.ts";
import type { Plan } from "../plan.ts";
import { functionsOf } from "../run.ts";
import type { RunFor } from "../schedule.ts";
import { choose } from "./choose.ts";
import { emit } from "./emit.ts";
import { Graph } from "./graph.ts";
import type { TracedArray, TracedFunction, TracedNumpy } from "./numpy.ts";
import { building } from "./resolve.ts";

/** What a plan with `custom` parts is traced with. */
export interface TracedOptions<A> {
  /** The functions that `custom` plans name, on numbers, as for a schedule. */
  readonly functions?: Functions;
  /** The same functions on arrays, by the same names. */
  readonly traced?: Readonly<Record<string, TracedFunction<A>>>;
}

/**
 * A schedule as operations on arrays of jax-js: a function from an array of steps to the array of their rates, for use
 * inside `jit`, where the step is not known. It is traced once, and no step compiles anything again.
 *
 * Formula: `traced(plan, run, numpy)(step)` is `schedule(plan, run)(step)`, in numbers of 32 bits.
 *
 * - `plan`, `run`: as for `schedule`.
 * - `numpy`: jax-js's own `numpy`.
 * - `options.functions`: the functions that `custom` plans name. Default none.
 * - `options.traced`: the same functions on arrays, by the same names. Default none.
 *
 * The step is an array of any shape and of any type of number, from 0 to 16,777,216; like every operation of jax-js the
 * function consumes it (`step.ref` does not). Rates are those of the schedule to 1e-6, relative, as far as a number of
 * 32 bits can hold them, from 1e-38 to 3e38. Where a cycle or a stair is no whole number of steps long, the time in it is
 * right to a ten-millionth of a step. A traced function is given its time as one such number, which late in a run has no
 * parts of a step.
 *
 * Throws a PlanError that lists every problem of the plan and the run, or the `custom` functions that are not traced.
 *
 * @example
 * ```ts
 * import { defaultDevice, init, jit, numpy } from "@jax-js/jax";
 * import { warmupCosine } from "anneal";
 * import { traced } from "anneal/jax";
 * await init("wasm");
 * defaultDevice("wasm");
 * const rate = traced(warmupCosine({ warmup: 10, over: 90 }), { base: 0.1 }, numpy);
 * const update = jit((weight: numpy.Array, gradient: numpy.Array, step: numpy.Array) =>
 *   weight.sub(gradient.mul(rate(step))),
 * );
 * const weight = update(numpy.array(1), numpy.array(2), numpy.array(10));
 * weight.item().toFixed(6); // => "0.800000"
 * ```
 */
export function traced<P extends Plan, A extends TracedArray, D>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  numpy: TracedNumpy<A, D>,
  options?: TracedOptions<NoInfer<A>>,
): (step: A) => A {
  // A function of its own for each name, by which the leaves that call it are known.
  const names = new Map<CustomFunction, string>();
  const problems = new Problems();
  const functions = functionsOf(options, problems);
  const counterparts = options?.traced ?? {};
  if (!isObject(counterparts)) problems.add("options.traced", "an object", counterparts);
  if (typeof numpy?.where !== "function") problems.add("numpy", "jax-js's numpy", numpy);
  problems.throwIfAny();
  const named = mapValues(functions, (call, name) => {
    const own: CustomFunction = (t, args) => call(t, args);
    names.set(own, name);
    return typeof call === "function" ? own : call;
  });
  const pieces = piecesOf(plan, run, named);

  const graph = new Graph();
  const moment = { whole: graph.maximum(graph.step, 0), part: 0 };
  const stretches = building(graph).resolve(pieces, { origin: 0, unit: 1 }, 0, 1 / 0);
  const result = graph.everywhere(choose(graph, moment, stretches));

  const calls = new Map<CustomFunction, TracedFunction<A>>();
  for (const own of graph.calls()) {
    const name = names.get(own) as string;
    const call = Object.hasOwn(counterparts, name) && counterparts[name];
    if (typeof call === "function") calls.set(own, call);
    else problems.add(`options.traced.${name}`, "the function on arrays", counterparts[name]);
  }
  problems.throwIfAny();
  return (step) => {
    const call = (own: CustomFunction, time: A, args: readonly number[]) =>
      (calls.get(own) as TracedFunction<A>)(time, args);
    return emit(graph, result, numpy, step, call);
  };
}
