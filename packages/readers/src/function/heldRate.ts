import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import { optimizers } from "../torch/optimizer/optimizers.ts";
import { readParamGroups } from "../torch/optimizer/paramGroups.ts";
import { Lambda } from "../value.ts";

/** A rate that is not a number where it is not set, as it is then: what it was set to last, and the optimizer's own at first. */
export function heldRate(rate: Lambda, group: number, { calls }: Document, context: Context): Lambda | undefined {
  if (!Number.isNaN(rate.compute(0))) return new Lambda(rate.text, held(rate, Number.NaN), rate.place, rate.numbers);
  const optimizer = calls.find(({ name, imported }) => imported && optimizers.has(shortName(name)));
  const { bases = [], missing = [] } = optimizer ? readParamGroups(optimizer, context) : {};
  const base = bases[group] ?? bases[0];
  if (base !== undefined) return new Lambda(rate.text, held(rate, base), rate.place, rate.numbers);
  const why = "the optimizer's rate, which stays until another is set";
  for (const { name, value } of missing.length > 0 ? missing : [{ name: "lr" }]) {
    const given = context.given(name);
    if (typeof given === "number") return new Lambda(rate.text, held(rate, given), rate.place, rate.numbers);
    context.need(name, why, (value as Lambda | undefined)?.place ?? rate.place);
  }
  return undefined;
}

function held(rate: Lambda, base: number): (step: number) => number {
  const last: number[] = [];
  return (step) => {
    const own = rate.compute(step);
    if (!Number.isNaN(own)) return own;
    const before = Math.ceil(step) - 1;
    for (let i = last.length; i <= before; i++) {
      const then = rate.compute(i);
      last.push(Number.isNaN(then) ? (last[i - 1] ?? base) : then);
    }
    return last[before] ?? base;
  };
}
