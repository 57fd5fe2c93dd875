import { defaultDevice, init, numpy } from "@jax-js/jax";
import type { TracedFunction } from "../../src/jax/index.ts";

/** Starts jax-js on the one of its devices that is fast in Node; `init()` alone looks for a browser's graphics card. */
export async function start(): Promise<void> {
  await init("wasm");
  defaultDevice("wasm");
}

/** What the functions of the tests' plans are on arrays. */
export const TRACED: Readonly<Record<string, TracedFunction<numpy.Array>>> = {
  fading: (t, [every = 10]) => numpy.add(numpy.divide(1, t.div(1 + Math.abs(every)).add(1)), 0.25),
  halvings: (t, [every = 1, from = 1]) => numpy.power(0.5, numpy.floor(t.div(every))).mul(from),
};
