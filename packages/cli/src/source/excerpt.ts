import { displayWidth } from "../terminal/displayWidth.ts";
import type { Place } from "./place.ts";

/** How much of a line is shown, and of that before the place. */
const [WIDEST, BEFORE] = [100, 60] as const;

/** The line of a place, with a mark under it, each after two spaces; nothing where there is no such line. */
export function excerpt(text: string, { line, column }: Place): string {
  const whole = (text.split(/\r\n|\r|\n/)[line - 1] ?? "").trimEnd();
  if (whole === "") return "";
  const from = whole.length > WIDEST ? Math.max(0, Math.min(column - 1 - BEFORE, whole.length - WIDEST)) : 0;
  const to = from + WIDEST;
  const shown = `${from > 0 ? "…" : ""}${whole.slice(from, to)}${to < whole.length ? "…" : ""}`;
  // A tab is as wide as a terminal makes it, in both lines.
  const before = [...shown.slice(0, column - 1 - from + (from > 0 ? 1 : 0))].map((letter) => {
    return letter === "\t" ? letter : " ".repeat(displayWidth(letter));
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what would move a terminal's cursor is not shown.
  return `\n  ${shown.replaceAll(/[\x00-\x08\x0b-\x1f\x7f]/g, "�")}\n  ${before.join("")}^`;
}
