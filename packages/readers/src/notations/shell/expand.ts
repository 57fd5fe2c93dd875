import { type Place, Unknown } from "../../value.ts";
import type { Places } from "../places.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Budget } from "./limits.ts";
import type { Assignment, Piece, Word } from "./word.ts";

/** A word with its variables put in. */
export interface Expanded {
  readonly value: string | Unknown;
  readonly offset: number;
  /** Of what is unknown in parts: those, in their order. */
  readonly parts?: readonly (string | Unknown)[];
}

/** The variables of a script, as they are while it is read from top to bottom. */
export class Variables {
  readonly #places: Places;
  readonly #values = new Map<string, Expanded[]>();
  readonly #budget: Budget;

  constructor(places: Places, budget: Budget) {
    this.#places = places;
    this.#budget = budget;
  }

  /** Every word that some variable holds, as written, by the order of their first assignments. */
  get all(): readonly Expanded[] {
    return [...this.#values.values()].flat();
  }

  assign({ variable, value, append, conditional }: Assignment): void {
    const held = this.#values.get(variable);
    this.#take("assignments", 1, ("offset" in value ? value : value[0])?.offset ?? 0);
    const isText = "pieces" in value;
    const words = isText ? [this.#text(variable, value, append)] : value.flatMap((word) => this.expand(word));
    if (append && held && !isText) for (const word of words) held.push(word);
    else this.#values.set(variable, [...words]);
    if (!conditional || append || !held) return;
    // Which of several branches is taken is not known.
    const same = held.length === words.length && held.every(({ value }, i) => value === words[i]?.value);
    const offset = words[0]?.offset ?? 0;
    const unknown = new Unknown(`$${variable}`, this.#places.at(offset), "what a condition or a loop sets it to");
    if (!same) this.#values.set(variable, [{ value: unknown, offset }]);
  }

  /** A variable's new text, which may be put after its old one. */
  #text(variable: string, { pieces, offset }: Word, append: boolean): Expanded {
    const before = append && this.#values.has(variable);
    return this.#joined({ pieces: before ? [{ variable, quoted: true }, ...pieces] : pieces, offset });
  }

  /** The words that a word becomes. */
  expand(word: Word): readonly Expanded[] {
    const alone = aloneIn(word);
    const words = alone && "variable" in alone ? this.#spread(alone, word) : [this.#joined(word)];
    this.#take("words", words.length, word.offset);
    return words;
  }

  /** What a variable that stands alone holds: its words, or its text split at blanks unless it is in quotes. */
  #spread(piece: Extract<Piece, { variable: string }>, word: Word): readonly Expanded[] {
    const held = this.#values.get(piece.variable);
    if (held?.length !== 1 || piece.quoted) return held ?? [this.#joined(word)];
    return held.flatMap((one) => splitWords(one));
  }

  #joined({ pieces, offset }: Word): Expanded {
    const [only, ...others] = pieces;
    if (only && "text" in only && others.length === 0) {
      this.#take("characters", only.text.length, offset);
      return { value: only.text, offset };
    }
    return this.#together(pieces, offset);
  }

  #take(what: Parameters<Budget["take"]>[0], more: number, offset: number): void {
    this.#budget.take(what, more, () => this.#places.at(offset));
  }

  #together(pieces: readonly Piece[], offset: number): Expanded {
    const place = this.#places.at(offset);
    const parts = pieces.flatMap((piece) => this.#parts(piece, place));
    this.#take("substitutions", parts.length - pieces.length, offset);
    const whole = parts.map((part) => (part instanceof Unknown ? part.name : part)).join("");
    this.#take("characters", whole.length, offset);
    if (parts.every((part) => typeof part === "string")) return { value: whole, offset };
    const [only, ...others] = parts.filter((part) => part !== "");
    if (others.length === 0 && only instanceof Unknown) return { value: only, offset };
    return { value: new Unknown(whole.replace(/\s+/g, " "), place), offset, parts };
  }

  /** A piece as text, as far as it is known. */
  #parts(piece: Piece, place: Place): readonly (string | Unknown)[] {
    if ("text" in piece) return [piece.text];
    if ("unknown" in piece) return [new Unknown(piece.unknown.replace(/\s+/g, " "), place)];
    if ("arithmetic" in piece) {
      const value = arithmetic(piece.arithmetic, (name) => Number(this.#variable(name) ?? Number.NaN));
      return [value?.toString() ?? new Unknown(`$((${piece.arithmetic}))`, place)];
    }
    const held = this.#values.get(piece.variable);
    if (!held) return [piece.otherwise ?? new Unknown(`$${piece.variable}`, place)];
    return held.flatMap(({ value, parts = [value] }, i) => (i > 0 ? [" ", ...parts] : parts));
  }

  #variable(name: string): string | undefined {
    const held = this.#values.get(name);
    const texts = held?.map(({ value }) => value);
    return texts?.every((value) => typeof value === "string") ? texts.join(" ") : undefined;
  }
}

/** The piece that is all of a word; none where there are several. */
function aloneIn({ pieces }: Word): Piece | undefined {
  let alone: Piece | undefined;
  for (const piece of pieces) {
    if ("text" in piece && !piece.text) continue;
    if (alone) return undefined;
    alone = piece;
  }
  return alone;
}

/** A text split at its blanks. */
export function splitWords({ value, offset, parts = [value] }: Expanded): readonly Expanded[] {
  const words: (string | Unknown)[][] = [[]];
  for (const part of parts) {
    for (const piece of part instanceof Unknown ? [part] : part.split(/(\s+)/)) {
      if (piece instanceof Unknown || /\S/.test(piece)) words.at(-1)?.push(piece);
      else if (piece) words.push([]);
    }
  }
  return words.flatMap((word): readonly Expanded[] => {
    const [only, ...others] = word;
    if (only === undefined) return [];
    const whole = word.map((piece) => (piece instanceof Unknown ? piece.name : piece)).join("");
    const unknown = word.find((piece) => piece instanceof Unknown);
    const value = others.length === 0 ? only : unknown ? new Unknown(whole, unknown.place) : whole;
    return [{ value, offset }];
  });
}
