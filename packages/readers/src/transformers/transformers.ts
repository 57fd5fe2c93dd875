import { type Entry, shortName } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { hydraOf } from "../torch/hydra.ts";
import { under } from "../under.ts";
import { trainerConfiguration } from "./configuration.ts";
import { FUNCTIONS, type ScheduleFunction } from "./functions.ts";
import { getScheduler } from "./getScheduler.ts";
import { overridesIn } from "./overrides.ts";
import { READ } from "./trainerArguments.ts";
import { ARGUMENTS } from "./trainingArguments.ts";

const functions: readonly (readonly [string, Entry])[] = [
  ["get_scheduler", getScheduler],
  ...Object.values(FUNCTIONS).map(({ name, entry }) => [name, entry] as const),
];

const entries: Framework["entries"] = {
  ...under(["transformers", "transformers.optimization"], Object.fromEntries(functions)),
  ...ARGUMENTS,
  // torchtune's is a copy of it.
  ...under(["torchtune.training.lr_schedulers", "torchtune.training", "torchtune.modules"], {
    [FUNCTIONS.cosine.name]: FUNCTIONS.cosine.entry,
  }),
};

/** The counts that a function takes, which only who runs it may know. */
function countsOf(name: string): readonly string[] {
  const taken = Object.values<ScheduleFunction>(FUNCTIONS).find((one) => one.name === shortName(name));
  return [...(taken?.warmup ? ["num_warmup_steps"] : []), ...(taken?.steps === true ? ["num_training_steps"] : [])];
}

const forms = [trainerConfiguration, hydraOf(entries, countsOf)];

/**
 * Hugging Face Transformers: its functions, also in Hydra's configurations and torchtune's, the Trainer's arguments, and
 * what the Trainer saves.
 */
export const transformers: Framework = {
  name: "transformers",
  entries,
  fields: READ,
  prepare(document, context) {
    context.overrides = overridesIn(document);
  },
  parts: (document) => [...overridesIn(document)].flatMap(([call, { isRead }]) => (isRead ? [call] : [])),
  configuration: {
    recognises: (document) => forms.some((form) => form.recognises(document)),
    read: (document) => forms.find((form) => form.recognises(document))?.read(document) ?? [],
  },
};
