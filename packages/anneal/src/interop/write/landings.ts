import { type Piece, readPiece } from "../../piece.ts";

/** How many levels a list may have; as a formula a longer one is shorter. */
const MOST = 64;

/**
 * The same stretches with a level for each stair of a curve that changes in stairs, where a run has few enough; a framework
 * that divides the step may find a stair one update late, since XLA multiplies by a rounded inverse.
 */
export function landings(all: readonly Piece[], steps: number): readonly Piece[] {
  const landed = all.flatMap((stretch, i) => {
    const { staircase, every = 0 } = Object(stretch.leaf?.fields) as { staircase?: boolean; every?: number };
    const end = Math.min(all[i + 1]?.start ?? 1 / 0, steps);
    const count = (end - stretch.start) / every;
    if (!staircase || !(count <= MOST) || stretch.start !== stretch.value) return [stretch];
    return Array.from({ length: Math.ceil(count) }, (_, n) => {
      const start = stretch.start + n * every;
      const value = Number(readPiece(stretch, start).toPrecision(15));
      return { start: Math.ceil(start), value, leaf: undefined };
    });
  });
  return landed.filter(({ start }, i) => start !== landed[i + 1]?.start);
}

/** Whether a product with the inverse of a length is the quotient. */
export function dividesExactly(length: number): boolean {
  return Number.isInteger(Math.log2(length));
}
