import type { Call } from "../expression/expression.ts";
import type { Dialect } from "./dialect.ts";
import { prefixed, python } from "./python.ts";

/** A library of arrays in Python, by its name and what is special about it: all cases are computed, and one is chosen. */
function arrays(prefix: string, line: string, cast: string, calls: Partial<Record<Call, string>> = {}): Dialect {
  const { branch: _, ...rest } = python;
  return {
    ...rest,
    pi: prefix === "ops." ? "math.pi" : `${prefix}pi`,
    calls: prefixed(prefix, { min: `${prefix}minimum`, max: `${prefix}maximum`, ...calls }),
    imports: [...(prefix === "ops." ? [["math.", "import math"] as const] : []), [prefix, line]],
    open: (name, parameters, about) => `${python.open(name, parameters, about)}    ${parameters} = ${cast}\n`,
    table: (list) => ({ open: `${prefix}array(`, inside: [list], close: ")" }),
    conditional: (time, start, before, after) => ({
      open: `${prefix}where(`,
      inside: [{ operands: [time, start], operators: ["<"] }, before, after],
      close: ")",
    }),
    search: (table, time) => ({ open: `${prefix}searchsorted(`, inside: [table, time, 'side="right"'], close: ")" }),
  };
}

/** NumPy. */
export const numpy: Dialect = arrays("np.", "import numpy as np", "np.asarray(step, float)");
/** JAX's NumPy, also inside of `jit`. */
export const jnp: Dialect = arrays("jnp.", "import jax.numpy as jnp", "jnp.asarray(step, float)");
/** Keras's operations, on every backend. */
export const kerasOps: Dialect = arrays("ops.", "from keras import ops", 'ops.cast(step, "float32")');
