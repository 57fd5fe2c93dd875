import { CosineLeaf } from "../../kinds/cosine.ts";
import { CosineWaveLeaf } from "../../kinds/cosineWave.ts";
import type { Leaf, Piece } from "../../piece.ts";
import type { Shape } from "./idiom.ts";
import { plain } from "./plain.ts";

/**
 * What a plan is made of, as it is seen at whole steps of the run: no piece without one, levels from a whole step on, and,
 * unless they are to be `apart`, a ramp that goes on holding the level at which it ends. A wave that has not turned when
 * its piece ends, or the run, is a cosine.
 */
export function stretches({ pieces, steps }: Pick<Shape, "pieces" | "steps">, apart = false): readonly Piece[] {
  const seen: Piece[] = [];
  pieces.map(plain).forEach(({ start, value, leaf }, i) => {
    const end = pieces[i + 1]?.start ?? 1 / 0;
    const before = seen.at(-1);
    const goesOn = before && !leaf && (before.leaf ? !apart && ends(before, value, start) : before.value === value);
    if (!(Math.ceil(start) < Math.min(Math.ceil(end), steps)) || goesOn) return;
    const curve = leaf && unturned(leaf, Math.min(Math.ceil(end), steps) - 1 - value);
    seen.push({ start: leaf ? start : Math.ceil(start), value, leaf: curve });
  });
  return seen;
}

/** A curve that is looked at so far: a wave up to its first turn is a cosine. */
function unturned(leaf: Leaf, far: number): Leaf {
  if (!(leaf instanceof CosineWaveLeaf) || far > leaf.fields.over) return leaf;
  return new CosineLeaf({ ...leaf.fields, power: 1, k: 1, inclusive: false });
}

/** Whether a ramp has come to a level by a step. */
function ends({ value, leaf }: Piece, level: number, step: number): boolean {
  const { to, over } = Object(leaf?.fields) as { readonly to?: number; readonly over?: number };
  return to === level && value + (over ?? 1 / 0) <= step;
}

/** The fields of a stretch whose curve is of a class and begins with it. */
export function fieldsOf<F>(stretch: Piece | undefined, Curve: new (fields: F) => Leaf<F>): F | undefined {
  return stretch?.leaf instanceof Curve && stretch.start === stretch.value ? (stretch.leaf.fields as F) : undefined;
}

/** The levels of stretches that all hold one. */
export function levelsOf(all: readonly Piece[]): readonly number[] | undefined {
  return all.some(({ leaf }) => leaf) ? undefined : all.map(({ value }) => value);
}

/** A quotient without the digits that dividing decimal numbers brings: 0.01 / 0.1 is 0.1. */
export function ratio(a: number, b: number): number {
  return Number((a / b).toPrecision(15));
}

/** What each level is of the one before, where that is always the same; 0.1 where there is only one. */
export function factorOf(levels: readonly number[]): number | undefined {
  const [first = 0, second = first / 10] = levels;
  const factor = ratio(second, first);
  const same = (level: number, i: number): boolean => Math.abs(level - first * factor ** i) <= 1e-12 * level;
  return factor >= 0 && levels.every(same) ? factor : undefined;
}
