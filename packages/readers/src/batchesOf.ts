import type { Context } from "./context.ts";
import { turnsOf } from "./loops.ts";
import type { Loop } from "./stepped.ts";
import { Unknown } from "./value.ts";

/** How many batches a loop over them goes through, as far as that is known, and what to give that under. */
export function batchesOf(
  inner: Loop,
  context: Context,
): { readonly name: string; readonly count: number | undefined } {
  const { turns, over } = inner;
  const loader = /[\w.]*(?:loader|_dl)\b(?!\()/i.exec(over)?.[0];
  const name = turns instanceof Unknown ? turns.name : loader === undefined ? "steps_per_epoch" : `len(${loader})`;
  const known = turnsOf(inner, context);
  if (known !== undefined) return { name, count: known };
  const given = context.given(name);
  return { name, count: typeof given === "number" && Number.isInteger(given) && given > 0 ? given : undefined };
}
