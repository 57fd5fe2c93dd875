import type { Case } from "../causeOf.ts";
import type { Cause } from "../difference.ts";
import { explains } from "../explains.ts";

/** All of it, or its beginning, is one step ahead. */
export function shifted(one: Case): Cause | undefined {
  const { a, b, curves, names } = one;
  return ahead(one) ?? ahead({ ...one, a: b, b: a, curves: [curves[1], curves[0]], names: [names[1], names[0]] });
}

function ahead(one: Case): Cause | undefined {
  const { a, curves, names, first, last } = one;
  const { values, at } = curves[0];
  const [late, early] = names;
  const next = (step: number) => values[step + 1] ?? at(step + 1);
  // After the run another framework's function need not have a value.
  if (explains(one, next, 0, values.length - +(typeof a === "function"))) {
    return { name: "shifted", text: `${early} is one step ahead of ${late}` };
  }
  const isBeginning = first <= 1 && last < values.length - 1 && explains(one, next, 0, last + 1);
  const text = `the first update is number 0 in ${late}, 1 in ${early}, up to step ${last + 1}`;
  return isBeginning ? { name: "first", text } : undefined;
}
