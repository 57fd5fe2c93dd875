/** What moves a terminal's cursor, rings its bell, or turns the direction of reading. */
const CONTROL = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** What follows where a text is given a colour. */
const COLOUR = /^\[[\d;]{0,9}m/;

/**
 * A text that does nothing to a terminal but show itself: names come from files that anybody may have written. Lines
 * that a CI system would take for a command to it begin with a blank.
 */
export function masked(text: string): string {
  return text
    .replace(CONTROL, (found, at: number) =>
      found === "\u001b" && COLOUR.test(text.slice(at + 1, at + 12)) ? found : escaped(found),
    )
    .replace(/^(?=::|##)/gm, " ");
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
