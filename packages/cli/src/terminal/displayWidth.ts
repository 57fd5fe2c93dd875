import { stripVTControlCharacters } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";

/** How many columns of a terminal a text takes: a Chinese character takes two, a colour none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of stripVTControlCharacters(text)) {
    if (!/^[\p{Mark}\p{Cf}]$/u.test(letter)) width += eastAsianWidth(letter.codePointAt(0) as number);
  }
  return width;
}
