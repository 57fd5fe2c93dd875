import { type Canvas, DOTS } from "./canvas.ts";
import type { Envelope } from "./envelope.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** How many columns lie between two letters of a curve. */
const APART = 18;

/** How many columns on another place is looked for where a letter stands already. */
const MOST_ASIDE = 6;

/** A letter for each curve: its name, where all names are letters, else by its number; after the last the first again. */
export function lettersOf(names: readonly string[]): readonly string[] {
  if (names.every((name) => /^[a-z]$/i.test(name))) return names;
  return names.map((_, i) => ALPHABET[i % ALPHABET.length] as string);
}

/** Writes the letter of each curve into it again and again, those of several curves beside each other. */
export function writeLetters(
  canvas: Canvas,
  curves: readonly Envelope[],
  letters: readonly string[],
  rowOf: (value: number) => number,
): void {
  curves.forEach(({ last }, owner) => {
    const rowAt = (column: number): number | undefined => {
      const value = last[column * DOTS.across];
      return value === undefined || Number.isNaN(value) ? undefined : Math.floor(rowOf(value) / DOTS.down);
    };
    const write = (from: number): boolean => {
      for (let column = from; column < Math.min(from + MOST_ASIDE, canvas.columns); column++) {
        const row = rowAt(column);
        if (row !== undefined && canvas.letter(column, row, letters[owner] as string, owner)) return true;
      }
      return false;
    };
    let written = false;
    const first = 2 + Math.round((owner * APART) / curves.length);
    for (let column = first; column < canvas.columns; column += APART) written = write(column) || written;
    // A short curve has one where it begins.
    for (let column = 0; !written && column < canvas.columns; column++)
      written = rowAt(column) !== undefined && write(column);
  });
}
