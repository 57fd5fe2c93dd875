import type { Doc } from "../../print/doc.ts";
import { shortest } from "../../print/shortest.ts";
import { call } from "../python/call.ts";
import { importFrom } from "../python/importFrom.ts";
import { makeScheduler } from "../python/makeScheduler.ts";
import type { Form } from "./idioms.ts";

/** A function that calls `get_scheduler`. */
export const asFunction =
  (name: string): Form =>
  (shape, { type, warm, over, kwargs, watched }) => {
    const given = givenOf(kwargs).map(
      ([key, value]) => `"${key}": ${typeof value === "number" ? shortest(value) : `"${value}"`}`,
    );
    const own: Doc = { open: "{", inside: given, close: "}" };
    const scheduler = call("get_scheduler", [`"${type}"`, "optimizer"], {
      num_warmup_steps: type === "constant" || watched ? undefined : warm,
      num_training_steps: over === undefined ? undefined : warm + over,
      scheduler_specific_kwargs: given.length > 0 ? own : undefined,
    });
    return makeScheduler(shape, name, scheduler, [importFrom("transformers", ["get_scheduler"])], "", watched);
  };

/** The keys of TrainingArguments, whose run is as long as the schedule. */
export const asArguments: Form = ({ base, steps }, { type, warm, over, kwargs, watched }) => {
  const most = steps < 1 / 0 ? Math.ceil(steps) : over === undefined ? undefined : warm + over;
  if (over !== undefined && most !== warm + over) return;
  const own = givenOf(kwargs);
  const keys = {
    learning_rate: base,
    lr_scheduler_type: type,
    warmup_steps: warm || undefined,
    max_steps: most,
    lr_scheduler_kwargs: own.length > 0 ? Object.fromEntries(own) : undefined,
    // Without evaluations there is no metric, and Transformers refuses it.
    eval_strategy: watched && "epoch",
  };
  return `${JSON.stringify(keys, null, 2)}\n`;
};

const givenOf = (kwargs: object = {}): [string, unknown][] =>
  Object.entries(kwargs).filter(([, value]) => value !== undefined);
