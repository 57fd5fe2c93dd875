import { type Piece, readPiece } from "../piece.ts";

/** The least and the greatest value of a stretch of steps, where each is first, and where it is 0. */
export interface Extremes {
  readonly least: number;
  readonly greatest: number;
  readonly greatestAt: number;
  /** The stretches of steps whose value is 0: from the first on to before the second. */
  readonly zeros: readonly (readonly [from: number, to: number])[];
}

/** How many values are read of curves; of longer ones the ends of each piece, and so many between them. */
const MOST_READ = 2 ** 20;

/** Reads pieces at the whole steps of a stretch: every one, or of longer ones the ends and an even choice. */
export function extremes(pieces: readonly Piece[], from: number, to: number): Extremes {
  const stride = Math.max(1, Math.ceil((to - from) / MOST_READ));
  const zeros: [number, number][] = [];
  let [least, greatest, greatestAt] = [1 / 0, -1 / 0, from];
  const look = (value: number, step: number, end: number): void => {
    if (value < least) least = value;
    if (value > greatest) [greatest, greatestAt] = [value, step];
    if (value !== 0) return;
    const before = zeros.at(-1);
    // Of a curve that is not read at every step, two zeros in a row have only zeros between them.
    if (before && before[1] + stride > step) before[1] = end;
    else zeros.push([step, end]);
  };
  pieces.forEach((piece, i) => {
    const first = Math.max(Math.ceil(piece.start), from);
    const end = Math.min(Math.ceil(pieces[i + 1]?.start ?? 1 / 0), to);
    if (!(first < end)) return;
    if (!piece.leaf) {
      look(piece.value, first, end);
      return;
    }
    for (let step = first; step < end - 1; step += stride) {
      look(readPiece(piece, step), step, step + 1);
    }
    look(readPiece(piece, end - 1), end - 1, end);
  });
  return { least, greatest, greatestAt, zeros };
}
