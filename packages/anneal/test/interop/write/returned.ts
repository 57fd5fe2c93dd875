/** What the last function of some Python returns, in one line. */
export function returned(code: string): string {
  const own = code.split("    return ").at(-1) as string;
  const joined = own
    .trim()
    .replaceAll(/([([{])\n\s*/g, "$1")
    .replaceAll(/,?\n\s*([)\]}])/g, "$1");
  return joined.replaceAll(/\n\s*/g, " ");
}
