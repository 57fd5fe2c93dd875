/** Says which names are known and, when a given one looks like one of them, which was probably meant. */
export function oneOf(known: readonly string[], given: unknown): string {
  // The first name of whose letters, and of the given ones, most are in both.
  const close = typeof given === "string" && known.find((name) => likeness(name, given.slice(0, 40)) > 0.7);
  return `one of ${known.join(", ")}${close ? ` (did you mean "${close}"?)` : ""}`;
}

/** The share of the longer name that the letters of one make up which the other has too, in whichever order. */
function likeness(name: string, given: string): number {
  const shared = [...name.toLowerCase()].filter((letter) => given.toLowerCase().includes(letter));
  return shared.length / Math.max(name.length, given.length);
}
