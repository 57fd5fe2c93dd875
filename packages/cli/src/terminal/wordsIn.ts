/** A word, or a Chinese character, with the marks around it and the blanks before it. */
const WORD =
  /\s*(?:[（《]*(?:\p{Script=Han}|[^\s\p{Script=Han}（《，。；：、）》！？]+)[，。；：、）》！？,.;:)]*|[（《，。；：、）》！？]+)/gu;

/** What a line may be broken between; joined they are the text, without its blank end. */
export function wordsIn(text: string): readonly string[] {
  return text.trimEnd().match(WORD) ?? [];
}
