import { numberOf } from "./numberOf.ts";

const PART = /^\s*\[?\s*(\d{1,15})\s*\/\s*(\d{1,15})\s*\]?\s*$/;

/** The count in a cell that says of how many: `3/30` and `[3/30]` are the third. */
export function partOf(value: unknown): number | undefined {
  const [, count, whole] = (typeof value === "string" && PART.exec(value)) || [];
  return count !== undefined && Number(count) <= Number(whole) ? Number(count) : undefined;
}

/** Whether a cell has a number, or a count of so many. */
export function isCounted(cell: string): boolean {
  return typeof numberOf(cell) === "number" || partOf(cell) !== undefined;
}
