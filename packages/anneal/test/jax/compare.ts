import { jit, numpy } from "@jax-js/jax";
import { expect } from "vitest";
import { type Functions, type Plan, type Run, schedule } from "../../src/index.ts";
import { traced } from "../../src/jax/index.ts";
import { TRACED } from "./start.ts";

/** The rates of a plan inside `jit`. */
export async function ratesOf(plan: Plan, run: Run, steps: readonly number[], functions: Functions): Promise<number[]> {
  const rate = jit(traced(plan, run, numpy, { functions, traced: TRACED }));
  const rates = [...(await rate(numpy.array([...steps])).data())];
  rate.dispose();
  return rates;
}

/** Fails at the step where the traced plan is furthest from the schedule. */
export async function expectRates(
  plan: Plan,
  run: Run,
  steps: readonly number[],
  functions: Functions = {},
): Promise<void> {
  const rates = await ratesOf(plan, run, steps, functions);
  const expected = schedule(plan, run, { functions });
  const peak = Math.max(...steps.map(expected));
  const far = steps.map((step, i) => {
    const value = expected(step);
    // Beside the bar, what any curve near zero may be off, and what is no normal number of 32 bits.
    const off = Math.max(Math.abs((rates[i] as number) - value) - 1e-15 * peak - 1e-37, 0);
    return off === 0 ? 0 : off / value;
  });
  const worst = far.reduce((a, b, i) => (b <= (far[a] as number) ? a : i), 0);
  if ((far[worst] as number) <= 1e-6) return;
  const step = steps[worst] as number;
  expect({ plan, step, rate: rates[worst] }).toEqual({ plan, step, rate: expected(step) });
}
