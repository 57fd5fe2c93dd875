/** A decimal number by the digits that it is written with. */
const DIGITS = /^\s*[+-]?(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i;

/** How many digits the numbers of a column are written with, where they show that all are rounded alike. */
export class Written {
  #fixed: number | "several" | undefined;
  #mantissa: number | "several" | undefined;
  /** Whether a last digit is a 0 that no number would be written with on its own. */
  #padded = false;

  add(text: string): void {
    const found = DIGITS.exec(text);
    // NaN has no digits to be rounded.
    if (!found) return;
    const [, , part = "", exponent] = found;
    if (exponent === undefined) this.#fixed = same(this.#fixed, part.length);
    else this.#mantissa = same(this.#mantissa, part.length);
    // Programs write 1.0, and some 1.0e-4, for a number with all of its digits.
    this.#padded ||= part.length > 1 && part.endsWith("0");
  }

  /** The decimals, or the significant digits of numbers with an exponent; nothing where it cannot be told. */
  get digits(): { readonly decimals?: number; readonly significant?: number } {
    const [fixed, mantissa] = [this.#fixed, this.#mantissa];
    if (!this.#padded || fixed === "several" || mantissa === "several") return {};
    if (fixed !== undefined && mantissa !== undefined) return {};
    return fixed === undefined ? { significant: (mantissa ?? 0) + 1 } : { decimals: fixed };
  }
}

function same(before: number | "several" | undefined, now: number): number | "several" {
  return before === undefined || before === now ? now : "several";
}
