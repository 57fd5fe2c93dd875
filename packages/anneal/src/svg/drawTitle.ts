import { label } from "./element.ts";
import { cut, widthOf } from "./textWidth.ts";
import type { Paint } from "./theme.ts";

/** The pixels that a title's letters have, and the least that a long one is made smaller to. */
const [SIZE, LEAST] = [16, 10] as const;

/** What stands above a picture: long titles in smaller letters, and what then has no room is cut. */
export function drawTitle(title: string, left: number, width: number, paint: Paint): string {
  const size = Math.max(LEAST, Math.min(SIZE, (12 * width) / widthOf(title)));
  const text = cut(title, (12 * width) / size + 1e-6);
  return label(text, left, 28, { "font-size": size, "font-weight": 600, ...paint("fill", "ink") });
}
