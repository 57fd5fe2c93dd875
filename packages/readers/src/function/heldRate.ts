import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import { optimizers } from "../torch/optimizer/optimizers.ts";
import { readParamGroups } from "../torch/optimizer/paramGroups.ts";
import type { Lambda } from "../value.ts";
import { Held } from "./held.ts";

/** A rate that is not a number where it is not set, as it is then: what it was set to last, and the optimizer's own at first. */
export function heldRate(rate: Lambda, group: number, { calls }: Document, context: Context): Held | undefined {
  if (!Number.isNaN(rate.compute(0))) return new Held(rate, Number.NaN);
  const optimizer = calls.find(({ name, imported }) => imported && optimizers.has(shortName(name)));
  const { bases = [], missing = [] } = optimizer ? readParamGroups(optimizer, context) : {};
  const base = bases[group] ?? bases[0];
  if (base !== undefined) return new Held(rate, base);
  const why = "the optimizer's rate, which stays until another is set";
  for (const { name, value } of missing.length > 0 ? missing : [{ name: "lr" }]) {
    const given = context.given(name);
    if (typeof given === "number") return new Held(rate, given);
    context.need(name, why, (value as Lambda | undefined)?.place ?? rate.place);
  }
  return undefined;
}
