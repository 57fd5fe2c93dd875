/** Says which names are known and, when a given one looks like one of them, which was most likely meant. */
export function oneOf(known: readonly string[], given: unknown): string {
  const close = typeof given === "string" && nearest(given.slice(0, 40).toLowerCase(), known);
  return `one of ${known.join(", ")}${close ? ` (did you mean "${close}"?)` : ""}`;
}

/** The known name that shares the most letters with the given one, if that is most of the longer name. */
function nearest(given: string, known: readonly string[]): string | undefined {
  const likeness = (name: string): number => {
    const rest = [...given].reduce((left, letter) => left.replace(letter, ""), name.toLowerCase());
    return (name.length - rest.length) / Math.max(name.length, given.length);
  };
  return known.filter((name) => likeness(name) > 0.7).sort((a, b) => likeness(b) - likeness(a))[0];
}
