import { format } from "../../../format.ts";
import type { Case } from "../causeOf.ts";
import type { Cause } from "../difference.ts";
import { explains } from "../explains.ts";

/** All values are multiplied by one number. */
export function scaled(one: Case): Cause | undefined {
  const { curves, names } = one;
  const [a, b] = curves.map(({ values }) => values) as [Float64Array, Float64Array];
  const top = a.reduce((best, value, step) => (value > (a[best] as number) ? step : best), 0);
  const factor = (b[top] as number) / (a[top] as number);
  const isScaled = factor > 0 && factor < 1 / 0 && explains(one, (step) => factor * (a[step] as number), 0);
  return isScaled ? { name: "scaled", text: `${names[1]} is ${format(factor)} times ${names[0]}` } : undefined;
}
