/** How much a letter of 12 pixels takes, and one of those that are as wide as high. */
const [LETTER, WIDE] = [7, 13] as const;

/** How wide a text of 12 pixels is, about: Chinese and the like is as wide as high. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter >= "\u2e80" ? WIDE : LETTER), 0);
}

/** As much of a text as there is room for. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [own, left] = ["", width - LETTER];
  for (const letter of text) {
    left -= widthOf(letter);
    if (left < 0) break;
    own += letter;
  }
  return `${own}…`;
}
