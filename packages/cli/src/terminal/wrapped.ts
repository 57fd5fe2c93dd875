import { displayWidth } from "./displayWidth.ts";
import { wordsIn } from "./wordsIn.ts";

/** A text in lines of at most so many columns; longer words stay whole. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let width = 0;
  for (const word of wordsIn(text)) {
    const own = displayWidth(word);
    if (lines.length > 0 && width + own <= columns) {
      lines[lines.length - 1] += word;
      width += own;
    } else {
      lines.push(lines.length > 0 ? word.trimStart() : word);
      width = displayWidth(lines.at(-1) as string);
    }
  }
  return lines;
}
