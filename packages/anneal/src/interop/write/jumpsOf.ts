import { CombinedLeaf } from "../../kinds/combine.ts";
import { RepeatLeaf } from "../../kinds/repeat.ts";
import type { Piece } from "../../piece.ts";

/** How many of them are looked at. */
const MANY = 16;

/** The first steps at which a curve jumps by itself: where its cycles or its stairs begin. */
export function jumpsOf({ value, leaf }: Piece): readonly number[] {
  if (leaf instanceof CombinedLeaf) return leaf.fields.active.flatMap(jumpsOf);
  if (leaf instanceof RepeatLeaf) {
    const { length, stretch } = leaf.fields;
    const whole = (n: number): number => (stretch === 1 ? n : (stretch ** n - 1) / (stretch - 1));
    return Array.from({ length: MANY }, (_, n) => value + length * whole(n));
  }
  const { staircase, cycle, every, over } = Object(leaf?.fields) as Partial<Turning>;
  const turn = (staircase && every) || (cycle && over);
  return turn ? Array.from({ length: MANY }, (_, n) => value + turn * n) : [];
}

interface Turning {
  readonly staircase: boolean;
  readonly every: number;
  readonly cycle: boolean;
  readonly over: number;
}
