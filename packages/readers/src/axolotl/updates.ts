import type { Context } from "../context.ts";
import type { Place } from "../value.ts";
import type { Axolotl } from "./arguments.ts";

/** How many updates axolotl makes: `max_steps`, else `ceil(samples * epochs / batch)`; what this takes is asked for. */
export function updatesOf(
  given: Axolotl,
  context: Context,
  place: Place | undefined,
): { readonly steps: number; readonly samplesPerStep?: number } | undefined {
  const { max_steps, num_epochs, micro_batch_size, gradient_accumulation_steps, batch_size, sample_packing } = given;
  const micro = micro_batch_size || 1;
  const accumulate = gradient_accumulation_steps || (batch_size ? Math.floor(batch_size / micro) : 1);
  const [told, samples, processes] = ["num_training_steps", "samples", "processes"].map((name) => context.given(name));
  const own = typeof processes === "number" ? { samplesPerStep: micro * accumulate * processes } : {};
  if (max_steps) {
    if (given.warmup_steps === null) {
      context.note("where the data has fewer updates than max_steps, axolotl's warm-up is a share of those", place);
    }
    return { steps: max_steps, ...own };
  }
  if (typeof told === "number") return { steps: told, ...own };
  if (sample_packing) {
    context.need("num_training_steps", "the updates of packed samples depend on the data", place);
    return undefined;
  }
  if (typeof samples !== "number" || typeof processes !== "number") {
    const why = `for the updates of ${num_epochs} epochs (or num_training_steps in place of both)`;
    if (typeof samples !== "number") context.need("samples", `the samples of the training set, ${why}`, place);
    if (typeof processes !== "number") context.need("processes", `how many processes train, ${why}`, place);
    return undefined;
  }
  return { steps: Math.ceil((samples * num_epochs) / (micro * accumulate * processes)), ...own };
}
