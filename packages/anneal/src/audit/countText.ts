import { format } from "../format.ts";

/** A count, with its unit where one is named: whole numbers as they are, what was estimated between them as about so many. */
export function countText(count: number, unit = ""): string {
  const near = Number(count.toPrecision(6));
  const isWhole = Number.isInteger(near);
  const rounded = count >= 100 ? Math.round(count) : Number(count.toPrecision(3));
  const text = isWhole ? format(near) : `about ${format(rounded)}`;
  return unit ? `${text} ${unit}${near === 1 ? "" : "s"}` : text;
}
