import { type Piece, readPiece } from "../piece.ts";

/** Where a plan that is kept between two meets them, looked for between times at which all of them are smooth. */
export function cornersOfClamp([plan, ...bounds]: readonly Piece[], times: readonly number[]): readonly number[] {
  const sorted = [...times].sort((a, b) => a - b);
  return bounds.flatMap((bound) => {
    const above = (time: number, before?: boolean) =>
      readPiece(plan as Piece, time, before) > readPiece(bound, time, before);
    return sorted.slice(1).flatMap((end, i) => {
      let [low, high] = [sorted[i] as number, end];
      const is = above(low);
      if (above(high, true) === is) return [];
      // Twice as near each time, to the last bit.
      for (let k = 0; k < 60; k++) {
        const middle = (low + high) / 2;
        if (above(middle) === is) low = middle;
        else high = middle;
      }
      return [high];
    });
  });
}
