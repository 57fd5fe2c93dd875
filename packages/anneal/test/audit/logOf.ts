import type { LoggedRates } from "anneal/audit";
import type { Draw } from "../arbitrary/draw.ts";

/** A log of the rates of a run, as loops write them: every so many updates, rounded, with gaps and rows without a rate. */
export function logOf(draw: Draw, rates: Float64Array): LoggedRates & { readonly print: (rate: number) => number } {
  const every = draw.pick([1, 1, 5, 10, Math.ceil(rates.length / 50)]);
  const isIrregular = draw.oneIn(4);
  const print = draw.pick(PRINTED);
  const gap = draw.oneIn(4) ? draw.integer(0, rates.length) : -1;
  const [steps, logged]: [number[], number[]] = [[], []];
  for (let step = 0; step < rates.length; step += isIrregular ? draw.integer(1, 2 * every) : every) {
    if (gap >= 0 && step >= gap && step < gap + rates.length / 10) continue;
    steps.push(step);
    logged.push(draw.oneIn(40) ? Number.NaN : print(rates[step] as number));
    // A row that was written twice.
    if (draw.oneIn(50)) {
      steps.push(step);
      logged.push(logged.at(-1) as number);
    }
  }
  return { steps: Float64Array.from(steps), rates: Float64Array.from(logged), print };
}

/** Every digit, some of them, or those of single precision. */
const PRINTED: readonly ((rate: number) => number)[] = [
  (rate) => rate,
  (rate) => rate,
  (rate) => Number(rate.toPrecision(6)),
  (rate) => Number(rate.toPrecision(4)),
  (rate) => Number(rate.toPrecision(3)),
  (rate) => Number(rate.toExponential(2)),
  (rate) => Number(rate.toFixed(8)),
  Math.fround,
];
