const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_A_NUMBER = /^[+-]?(?:nan|inf|infinity)$/i;
const NOTHING = /^(?:|-|--|none|null|na|n\/a|undefined)$/i;

/** What numbers are not, in a log. */
export type NoNumber = "nothing" | "decimal comma" | "other";

/** The number in a cell; what it is instead where it is none. NaN and infinities are NaN. */
export function numberOf(value: unknown): number | NoNumber {
  if (typeof value === "number") return Number.isFinite(value) ? value : Number.NaN;
  if (value === null || value === undefined) return "nothing";
  if (typeof value !== "string") return "other";
  if (value === "") return "nothing";
  const text = value.trim();
  if (DECIMAL.test(text)) {
    const number = Number(text);
    return Number.isFinite(number) ? number : Number.NaN;
  }
  if (NOT_A_NUMBER.test(text)) return Number.NaN;
  if (NOTHING.test(text)) return "nothing";
  return /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i.test(text) ? "decimal comma" : "other";
}
