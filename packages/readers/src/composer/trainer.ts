import type { Context } from "../context.ts";
import { numeral } from "../numeral.ts";
import { describe, limited, resolve } from "../parameter.ts";
import { type Place, Unknown, type Value } from "../value.ts";
import type { Trainer } from "./times.ts";

/** What a text has for an option of the trainer, by any of these names; nothing where it has none. */
export type Written = (
  ...names: readonly string[]
) => { readonly value: Value; readonly path: string; readonly place?: Place | undefined } | undefined;

const positive = limited(numeral(), "a number above 0", (value) => value > 0);

/** The trainer's facts, of the text or as they were given. */
export function readTrainer(written: Written, context: Context): Trainer {
  const numberOf = (...names: readonly string[]): number | undefined => {
    const given = names.map((name) => context.given(name)).find((value) => typeof value === "number");
    const found = written(...names);
    // What is not in the text either is asked for where it is needed.
    if (given !== undefined || !found || found.value instanceof Unknown) return given as number | undefined;
    return positive.read(found.value, { context, ...found });
  };
  const batch = numberOf("global_train_batch_size", "train_batch_size");
  const length = numberOf("max_seq_len");
  const tokens = numberOf("tokens_per_batch");
  const duration = durationOf(written, context);
  return {
    maxDuration: duration,
    epochLength: numberOf("dataloader_len"),
    samplesPerBatch: batch,
    tokensPerBatch: tokens ?? (batch !== undefined && length !== undefined ? batch * length : undefined),
    ratio: numberOf("scale_schedule_ratio") ?? 1,
  };
}

/** `max_duration`; a plain number is epochs. */
function durationOf(written: Written, context: Context): string | undefined {
  const found = written("max_duration");
  const there = { context, path: found?.path ?? "max_duration", place: found?.place };
  const value = found?.value instanceof Unknown ? resolve(found.value, there) : found?.value;
  const known = value ?? context.given("max_duration");
  if (known === undefined || known === null || typeof known === "string") return known ?? undefined;
  if (typeof known === "number" && Number.isInteger(known)) return `${known}ep`;
  context.problem(there.path, 'a time such as "10ep" or "4800ba"', describe(known as Value), there.place);
  return undefined;
}
