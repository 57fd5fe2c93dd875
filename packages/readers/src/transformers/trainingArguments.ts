import { type Entry, shortName } from "../entry.ts";
import type { Options } from "../options.ts";
import { at } from "../refuse.ts";
import type { Call } from "../value.ts";
import { type Settled, settled } from "./settled.ts";
import { readTrainer } from "./trainer.ts";
import { READ, readArguments } from "./trainerArguments.ts";

/** A class of arguments for the Trainer; all but the first, the output's folder, are read by name. */
function trainingArguments(learningRate: number, repeats: boolean): Entry {
  return {
    read(call, context) {
      const { name, positional, place } = call;
      if (positional.length > 1) {
        context.problem(shortName(name), "arguments by name after the first", String(positional.length), place);
        return undefined;
      }
      const override = context.overrides.get(call);
      if (override) {
        const path = override.place ? at(override.place, shortName(name)) : shortName(name);
        context.problem(path, "arguments that the Trainer schedules by", `a schedule by ${override.by}`);
        return undefined;
      }
      const { fields, unsure } = settled(call);
      for (const [field, place] of unsure) {
        if (READ.includes(field))
          context.note(`the text sets ${field} of ${shortName(name)} later on, which is not read`, place);
      }
      const options = optionsOf(call, fields);
      const given = readArguments(options, learningRate, context);
      return given && readTrainer({ ...given, repeats }, options, context, place);
    },
  };
}

/** A call's arguments with names, as options. */
function optionsOf({ name, named, place, places }: Call, later: Settled["fields"]): Options {
  return (option) => {
    const set = later.get(option);
    if (set) return set;
    const value = named.get(option);
    const path = `${shortName(name)}(${option})`;
    return value === undefined ? undefined : { value, path, place: places.get(option) ?? place };
  };
}

const CLASSES: Readonly<Record<string, number>> = {
  "transformers.TrainingArguments": 5e-5,
  "transformers.Seq2SeqTrainingArguments": 5e-5,
  "transformers.training_args.TrainingArguments": 5e-5,
  "transformers.training_args_seq2seq.Seq2SeqTrainingArguments": 5e-5,
  "sentence_transformers.SentenceTransformerTrainingArguments": 5e-5,
  "sentence_transformers.training_args.SentenceTransformerTrainingArguments": 5e-5,
  "sentence_transformers.cross_encoder.CrossEncoderTrainingArguments": 5e-5,
  "sentence_transformers.cross_encoder.training_args.CrossEncoderTrainingArguments": 5e-5,
  "sentence_transformers.sparse_encoder.SparseEncoderTrainingArguments": 5e-5,
  "sentence_transformers.sparse_encoder.training_args.SparseEncoderTrainingArguments": 5e-5,
  "trl.SFTConfig": 2e-5,
  "trl.DPOConfig": 1e-6,
  "trl.KTOConfig": 1e-6,
  "trl.ORPOConfig": 1e-6,
  "trl.CPOConfig": 1e-6,
  "trl.RewardConfig": 1e-4,
  "trl.GRPOConfig": 1e-6,
  "trl.RLOOConfig": 1e-6,
};

/** Those whose trainers generate several answers to each prompt. */
const REPEATS: ReadonlySet<string> = new Set(["trl.GRPOConfig", "trl.RLOOConfig"]);

/** The classes of arguments, by their names and with the rates that they have by themselves. */
export const ARGUMENTS: Readonly<Record<string, Entry>> = Object.fromEntries(
  Object.entries(CLASSES).map(([name, learning_rate]) => [name, trainingArguments(learning_rate, REPEATS.has(name))]),
);
