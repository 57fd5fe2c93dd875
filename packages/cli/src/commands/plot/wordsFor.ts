import type { Io } from "../../io.ts";
import type { Say } from "../../language/language.ts";

/** How the words of a picture are said, and what is to be known about that. */
export interface Words {
  readonly say: Say;
  readonly notes: readonly string[];
}

/** Letters that only a font for Chinese has. */
const CHINESE = /\p{Script=Han}/u;

const NONE = "its words are in English, for no font of this system has Chinese letters; an .svg has them";

/**
 * The words of a picture in the user's language. An SVG leaves its letters to the fonts of whoever looks at it. A PNG has
 * to have them from a font here; one with Chinese letters is megabytes, too many for ours to be one.
 */
export async function wordsFor(extension: string, { say }: Pick<Io, "say">): Promise<Words> {
  if (extension !== ".png" || !CHINESE.test(say("learning rate"))) return { say, notes: [] };
  const { hasLetters } = await import("./hasLetters.ts");
  return (await hasLetters("学率")) ? { say, notes: [] } : { say: (english) => english, notes: [NONE] };
}

/** What is to be known of the letters of a PNG, such as its title's, that no font here has. */
export async function lettersMissing(drawn: string): Promise<readonly string[]> {
  const letters = [...new Set(drawn.match(OTHER) ?? [])].slice(0, 2);
  if (letters.length === 0) return [];
  const { hasLetters } = await import("./hasLetters.ts");
  // Two of them without a font are the same box; one is compared with a letter that there is none for at all.
  const two = letters.length === 2 ? letters.join("") : `${letters[0]}\u{10fffd}`;
  return (await hasLetters(two)) ? [] : [MISSING];
}

/** Letters of writing systems that the picture's own fonts may not have. */
const OTHER = /(?=\p{L})[^ -\u052f\u1e00-\u206f]/gu;

const MISSING = "no font of this system has all of its letters, which are drawn as boxes; an .svg has them";
