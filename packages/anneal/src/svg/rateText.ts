import { format } from "../format.ts";

/** A rate beside an axis: small ones and large ones as powers of ten, and no noise of the last bits. */
export function rateText(rate: number): string {
  const plain = rate === 0 || (rate >= 0.001 && rate < 1e5);
  return plain ? format(rate) : Number(rate.toPrecision(12)).toExponential().replace("e-", "e−").replace("e+", "e");
}
