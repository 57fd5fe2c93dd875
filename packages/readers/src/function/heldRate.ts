import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import { optimizers } from "../torch/optimizer/optimizers.ts";
import { readParamGroups } from "../torch/optimizer/paramGroups.ts";
import type { Lambda, Place, Unknown } from "../value.ts";
import { Held } from "./held.ts";

/** A rate that is not a number where it is not set, as it is then: what it was set to last, and the optimizer's own at first. */
export function heldRate(rate: Lambda, group: number, document: Document, context: Context): Held | undefined {
  if (!Number.isNaN(rate.compute(0))) return new Held(rate, Number.NaN);
  const bases = basesOf(document, context, rate.place);
  const base = bases?.[group] ?? bases?.[0];
  return base === undefined ? undefined : new Held(rate, base);
}

/** The rates that the text's optimizer begins with, one for each group, or what is asked for where it has not. */
export function basesOf(
  { calls }: Document,
  context: Context,
  place: Place | undefined,
): readonly number[] | undefined {
  const optimizer = calls.find(({ name, imported }) => imported && optimizers.has(shortName(name)));
  const { bases, missing = [] } = optimizer ? readParamGroups(optimizer, context) : {};
  if (bases) return bases;
  const why = "the optimizer's rate, which stays until another is set";
  for (const { name, value } of missing.length > 0 ? missing : [{ name: "lr" }]) {
    const given = context.given(name);
    if (typeof given === "number") return [given];
    context.need(name, why, (value as Unknown | undefined)?.place ?? place);
  }
  return undefined;
}
