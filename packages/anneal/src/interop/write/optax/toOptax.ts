import type { FactsOf } from "../../../needs.ts";
import type { Plan } from "../../../plan.ts";
import type { BuildOptions, RunFor } from "../../../schedule.ts";
import { checkOptions } from "../../checkOptions.ts";
import { jnp } from "../../print/arrays.ts";
import { checkName } from "../../print/checkName.ts";
import type { PrintOptions } from "../../print/print.ts";
import type { Exported } from "../exported.ts";
import { lostInFloat32 } from "../float32/lostInFloat32.ts";
import { writeIdiom } from "../idiom.ts";
import { writeCode } from "../writeCode.ts";
import { idioms } from "./idioms.ts";

/**
 * Writes a plan as a schedule of optax, for its optimizers' `learning_rate`: its own schedules, joined where there are
 * several, or else a function of the count in JAX's NumPy, also for inside of `jit`.
 *
 * - `plan`, `run`, `options.functions`: as for `schedule`. Functions that the code calls are looked up in a `functions`
 *   dictionary, which the notes ask for.
 * - `options.name`: what the schedule is called; none that the code itself uses. Default `learning_rate`.
 *
 * Exact is to 1e-12 with `jax_enable_x64`. JAX's default is float32, to 1e-6 of the value and 1e-7 of the peak; where it
 * loses more than that, a note says how much.
 * Throws a PlanError that lists every problem of the plan and the run, or of the options.
 *
 * @example
 * ```ts
 * import { warmupCosine } from "anneal";
 * import { toOptax } from "anneal/interop/optax";
 * const { code } = toOptax(warmupCosine({ warmup: 10, over: 90 }), { base: 0.1 });
 * code.split("\n")[2]; // => "learning_rate = optax.warmup_cosine_decay_schedule("
 * ```
 *
 * Source: optax 0.2.8 `optax.schedules`.
 */
export function toOptax<P extends Plan>(
  plan: P,
  run: RunFor<FactsOf<P>>,
  options: BuildOptions & PrintOptions = {},
): Exported {
  checkOptions(options, "functions", "name");
  const { name = jnp.name } = options;
  checkName(name, ["optax"]);
  const written = writeIdiom(plan, run, options, idioms(name), () => writeCode<Plan>(plan, run, jnp, options));
  const { functions } = options;
  const lost = written.exact ? lostInFloat32(plan, plan, run, functions ? { functions } : {}) : [];
  return { ...written, notes: [...written.notes, PRECISION, ...lost] };
}

const PRECISION = "computes in JAX's precision: float32, unless jax_enable_x64 is set";
