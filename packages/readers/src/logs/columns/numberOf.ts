const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_A_NUMBER = /^[+-]?nan$/i;
const INFINITE = /^[+-]?(?:inf|infinity)$/i;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const NOTHING = /^(?:|-|--|none|null|na|n\/a|undefined)$/i;

/** What numbers are not, in a log. */
export type NoNumber = "nothing" | "decimal comma" | "other";

/** The number in a cell; what it is instead where it is none. What is too large for a number is infinite, as it is written. */
export function numberOf(value: unknown): number | NoNumber {
  if (typeof value === "number") return value;
  if (value === null || value === undefined) return "nothing";
  if (typeof value !== "string") return "other";
  if (value === "") return "nothing";
  const text = value.trim();
  if (DECIMAL.test(text)) return Number(text);
  if (NOT_A_NUMBER.test(text)) return Number.NaN;
  if (INFINITE.test(text)) return text.startsWith("-") ? -1 / 0 : 1 / 0;
  if (NOTHING.test(text)) return "nothing";
  return /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i.test(text) ? "decimal comma" : "other";
}

/** The count in a cell whose commas stand between thousands: `1,000` and `12,345,678`, and nothing with a fraction. */
export function countIn(value: unknown): number | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  return THOUSANDS.test(text) ? Number(text.replaceAll(",", "")) : undefined;
}
