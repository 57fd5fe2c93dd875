/** Says which names are known and, when a given one looks like one of them, which was probably meant. */
export function oneOf(known: readonly string[], given: unknown): string {
  const close =
    typeof given === "string" &&
    known.find((name) => {
      // The first name of whose letters most are in the given one too, if that is most of the longer one.
      const shared = [...name.toLowerCase()].filter((letter) => given.slice(0, 40).toLowerCase().includes(letter));
      return shared.length / Math.max(name.length, given.length) > 0.7;
    });
  return `one of ${known.join(", ")}${close ? ` (did you mean "${close}"?)` : ""}`;
}
