import type { Entry } from "../entry.ts";
import type { Framework } from "../framework.ts";
import { trainerConfiguration } from "./configuration.ts";
import { FUNCTIONS } from "./functions.ts";
import { getScheduler } from "./getScheduler.ts";
import { ARGUMENTS } from "./trainingArguments.ts";

const functions: readonly (readonly [string, Entry])[] = [
  ["get_scheduler", getScheduler],
  ...Object.values(FUNCTIONS).map(({ name, entry }) => [name, entry] as const),
];

/** Hugging Face Transformers: its functions, the Trainer's arguments, and what the Trainer saves. */
export const transformers: Framework = {
  name: "transformers",
  entries: {
    ...Object.fromEntries(
      ["transformers", "transformers.optimization"].flatMap((module) =>
        functions.map(([name, entry]) => [`${module}.${name}`, entry]),
      ),
    ),
    ...ARGUMENTS,
  },
  configuration: trainerConfiguration,
};
