import { type CountedRun, run } from "anneal";
import type { Context } from "../context.ts";
import type { Place } from "../value.ts";

/** What the Trainer counts its updates from. */
export interface Training {
  readonly num_train_epochs: number;
  readonly max_steps: number;
  readonly per_device_train_batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly dataloader_drop_last: boolean;
  /** Whether its trainer reads each sample several times, so that epochs are not what samples make. */
  readonly repeats?: boolean;
}

/** What is counted; nothing where a fact is missing. */
export interface Updates {
  readonly steps: number;
  readonly facts: Pick<CountedRun, "steps"> & Partial<CountedRun>;
}

/** The facts that updates are counted from, in place of their number itself. */
const FACTS = { samples: "the samples of the training set", processes: "how many processes train" } as const;

/**
 * How many updates the Trainer makes: `max_steps` where it is above 0, else those of its epochs. Asks for the facts that
 * this takes when `needed`; `num_training_steps` is an answer of its own.
 */
export function updates(
  training: Training,
  context: Context,
  place: Place | undefined,
  needed: boolean,
): Updates | undefined {
  const { max_steps: most, num_train_epochs: epochs } = training;
  if (most > 0) return { steps: most, facts: { steps: most } };
  const told = context.given("num_training_steps");
  if (typeof told === "number" && told > 0) return { steps: told, facts: { steps: told } };
  if (training.repeats) {
    const why = `the updates of ${epochs} epochs, in which each prompt is read several times`;
    if (needed) context.need("num_training_steps", why, place);
    return undefined;
  }
  const [samples, processes] = Object.keys(FACTS).map((name) => context.given(name));
  if (typeof samples !== "number" || typeof processes !== "number") {
    if (!needed) return undefined;
    for (const [name, what] of Object.entries(FACTS)) {
      const why = `${what}, for the updates of ${epochs} epochs (or num_training_steps in place of both)`;
      if (typeof context.given(name) !== "number") context.need(name, why, place, "num_training_steps");
    }
    return undefined;
  }
  const loop = {
    samples,
    processes,
    batchSize: training.per_device_train_batch_size,
    accumulate: training.gradient_accumulation_steps,
    epochs,
    dropLast: training.dataloader_drop_last,
    uneven: training.dataloader_drop_last ? "drop" : "pad",
  } as const;
  const counted = context.build("updates", place, () => run(loop));
  if (!counted) return undefined;
  const before = context.build("updates", place, () => run({ ...loop, lastAccumulation: "drop" }));
  if (before && before.steps !== counted.steps) {
    context.note(`${counted.steps} updates; transformers 4 counts ${before.steps}, without each epoch's rest`, place);
  }
  return { steps: counted.steps, facts: counted };
}
