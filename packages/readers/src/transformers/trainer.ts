import type { Context } from "../context.ts";
import { type Options, refuseOption } from "../options.ts";
import type { Found } from "../reading.ts";
import { Call, type Place, type Value } from "../value.ts";
import { FUNCTIONS } from "./functions.ts";
import { readType } from "./getScheduler.ts";
import type { TrainerArguments } from "./trainerArguments.ts";
import { updates } from "./updates.ts";
import { shareOf, warmupUpdates } from "./warmupUpdates.ts";

/** What transformers' Trainer schedules by its arguments. */
export function readTrainer(
  given: TrainerArguments & { readonly repeats?: boolean },
  options: Options,
  context: Context,
  place: Place | undefined,
): Found | undefined {
  if (!check(given, options, context)) return undefined;
  const type = given.lr_scheduler_type;
  const { warmup, steps: asks } = FUNCTIONS[type];
  const stable = given.lr_scheduler_kwargs?.has("num_stable_steps") === true;
  const needed = asks === true || (asks === "maybe" && !stable) || (warmup && shareOf(given) !== undefined);
  const counted = updates(given, context, place, needed);
  if (needed && !counted) return undefined;
  const optimizer = new Call("Trainer.optimizer", { named: new Map<string, Value>([["lr", given.learning_rate]]) });
  const found = readType(
    {
      name: type,
      optimizer,
      num_warmup_steps: warmupUpdates(given, counted?.steps ?? 0, (note) => context.note(note, place)),
      num_training_steps: counted?.steps ?? null,
      scheduler_specific_kwargs: given.lr_scheduler_kwargs,
    },
    context,
    { place: options("lr_scheduler_kwargs")?.place ?? place },
  );
  return found && { ...found, run: { ...found.run, ...counted?.facts }, unit: "update" };
}

/** The arguments' own checks. */
function check(given: TrainerArguments, options: Options, context: Context): boolean {
  const before = context.issues.length;
  const wrong = (name: keyof TrainerArguments, expected: string): void =>
    refuseOption(name, expected, options, context);
  const { warmup_steps, warmup_ratio, max_steps, num_train_epochs } = given;
  if (warmup_steps < 0) wrong("warmup_steps", "a number from 0");
  if (warmup_ratio !== null && (warmup_ratio < 0 || warmup_ratio > 1)) wrong("warmup_ratio", "a number from 0 to 1");
  if (max_steps % 1) wrong("max_steps", "a whole number, above 0 where it counts");
  if (max_steps <= 0 && num_train_epochs <= 0) wrong("num_train_epochs", "a number above 0");
  return context.issues.length === before;
}
