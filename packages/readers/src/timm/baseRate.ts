import type { Context } from "../context.ts";
import type { Place } from "../value.ts";
import type { TrainArguments } from "./trainArguments.ts";

/**
 * The rate that train.py trains with: `lr`, else `lr_base` by the global batch size over `lr_base_size`, or by its root
 * for optimizers whose names have "ada" or "lamb" in them. Asks for the number of processes where this takes it.
 */
export function baseRate(given: TrainArguments, context: Context, place: Place | undefined): number | undefined {
  if (given.lr) return given.lr;
  const processes = context.given("processes");
  if (typeof processes !== "number") {
    context.need("processes", "how many processes train: lr_base is by the global batch size", place);
    return undefined;
  }
  const global = given.batch_size * processes * given.grad_accum_steps;
  const scale = given.lr_base_scale || (/ada|lamb/i.test(given.opt) ? "sqrt" : "linear");
  const ratio = global / given.lr_base_size;
  const lr = given.lr_base * (scale === "sqrt" ? Math.sqrt(ratio) : ratio);
  context.note(`lr is ${lr}: lr_base ${given.lr_base} by the global batch size ${global}, ${scale}`, place);
  return lr;
}
