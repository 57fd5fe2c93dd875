/** A number as it is mostly written: 1e-5 and not 0.00001. */
export function shortest(value: number): string {
  const [plain, short] = [String(value), value.toExponential()];
  return (Math.abs(value) < 1 && short.length < plain.length ? short : plain).replace("e+", "e");
}

/** The same as a number that languages do not take for a whole one: 1.0. */
export function decimal(value: number): string {
  const text = shortest(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
