import { format } from "anneal";

/** A share in per cent; from ten times on as a factor. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return String(share);
  return Math.abs(share) > 10
    ? `×${format(Number(share.toPrecision(3)))}`
    : `${format(Number((100 * share).toPrecision(3)))} %`;
}
