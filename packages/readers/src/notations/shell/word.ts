/** A piece of a word, as a shell splits it. */
export type Piece =
  /** Characters that stand for themselves. */
  | { readonly text: string }
  /** A variable, what it is when it is not set, and whether its text stays one word. */
  | { readonly variable: string; readonly otherwise?: string | undefined; readonly quoted: boolean }
  /** Arithmetic, `$((…))`. */
  | { readonly arithmetic: string }
  /** What only a shell that runs can tell. */
  | { readonly unknown: string };

/** A word before its variables are put in. */
export interface Word {
  readonly pieces: readonly Piece[];
  readonly offset: number;
}

/** A variable that gets a text, or a list of words. */
export interface Assignment {
  readonly variable: string;
  readonly value: Word | readonly Word[];
  /** `+=`: after what it already is. */
  readonly append: boolean;
  /** Whether it is in a condition or a loop, so that it need not be made. */
  readonly conditional: boolean;
}

/** What a line of a script does. */
export interface Command {
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
}
