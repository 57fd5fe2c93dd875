/** The codes of characters that Python's texts, comments and joined lines have. */
export const [QUOTE, HASH, SINGLE, BACKSLASH] = [34, 35, 39, 92] as const;

/** Whether a character is `(`, `[` or `{`. */
export function opensBracket(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

/** Whether a character is `)`, `]` or `}`. */
export function closesBracket(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}
