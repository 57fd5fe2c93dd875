const FLOAT = /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;
const WHOLE = /^[+-]?\d+(?:_\d+)*$/;

/** What Python's `float(text)` gives, or nothing where it raises an error. */
export function pythonFloat(text: string): number | undefined {
  const trimmed = text.trim();
  if (FLOAT.test(trimmed)) return Number(trimmed.replaceAll("_", ""));
  const [, sign, word] = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed) ?? [];
  if (word === undefined) return undefined;
  if (/nan/i.test(word)) return Number.NaN;
  return sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** What Python's `int(text)` gives, or nothing where it raises an error; to 2^53 exactly. */
export function pythonInt(text: string): number | undefined {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) ? Number(trimmed.replaceAll("_", "")) : undefined;
}
