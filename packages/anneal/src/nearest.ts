/** Says which names are known and, when a given one looks like one of them, which was probably meant. */
export function oneOf(known: readonly string[], given: unknown): string {
  const letters = typeof given === "string" ? given.slice(0, 40).toLowerCase() : "";
  // The first name of whose letters most are in the given one too, if that is most of the longer one.
  const close = known.find((name) => {
    const shared = [...name.toLowerCase()].filter((letter) => letters.includes(letter));
    return shared.length / Math.max(name.length, letters.length) > 0.7 && name[0] === letters[0];
  });
  return `one of ${known.join(", ")}${close ? ` (did you mean "${close}"?)` : ""}`;
}
