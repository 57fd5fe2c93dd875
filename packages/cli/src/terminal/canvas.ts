/** How many dots one character of braille has, across and down. */
export const DOTS = { across: 2, down: 4 } as const;

/** The bit of each dot of a character, by row and column. */
const BITS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

const EMPTY = 0x2800;

/** A picture of dots, eight to a character; each character has the colour of what was last drawn in it. */
export class Canvas {
  readonly #bits: Uint8Array;
  readonly #owners: Int16Array;
  readonly #letters = new Map<number, string>();

  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {
    this.#bits = new Uint8Array(columns * rows);
    this.#owners = new Int16Array(columns * rows).fill(-1);
  }

  /** Sets the dots of a column from one height to another, counted from the top, for a series. */
  line(x: number, from: number, to: number, owner: number): void {
    const [top, bottom] = [Math.max(Math.min(from, to), 0), Math.min(Math.max(from, to), this.rows * DOTS.down - 1)];
    for (let y = top; y <= bottom; y++) {
      const cell = Math.floor(y / DOTS.down) * this.columns + Math.floor(x / DOTS.across);
      this.#bits[cell] = (this.#bits[cell] ?? 0) | (BITS[y % DOTS.down]?.[x % DOTS.across] ?? 0);
      this.#owners[cell] = owner;
    }
  }

  /** Writes a letter of a series over the dots of a character; whether no other letter was there. */
  letter(column: number, row: number, letter: string, owner: number): boolean {
    const cell = row * this.columns + column;
    if (this.#letters.has(cell)) return false;
    this.#letters.set(cell, letter);
    this.#owners[cell] = owner;
    return true;
  }

  /** The lines of the picture; `paint` colours what a series owns. */
  lines(paint: (text: string, owner: number) => string): readonly string[] {
    return Array.from({ length: this.rows }, (_, row) => {
      let line = "";
      for (let column = 0; column < this.columns; column++) {
        const cell = row * this.columns + column;
        const bits = this.#bits[cell] as number;
        const shown = this.#letters.get(cell) ?? (bits === 0 ? " " : String.fromCharCode(EMPTY + bits));
        line += shown === " " ? shown : paint(shown, this.#owners[cell] as number);
      }
      return line;
    });
  }
}
