import type { RepeatLeaf } from "../kinds/repeat.ts";
import type { Piece } from "../piece.ts";
import { indices } from "./spaced.ts";
import type { timesIn } from "./timesIn.ts";

/**
 * When to read a plan that repeats: in every cycle as the plan itself, whose pieces are read by `read`; with more cycles
 * than pixels, in some of them.
 */
export function timesOfCycles(
  { own, length, stretch }: RepeatLeaf["fields"],
  from: number,
  to: number,
  room: number,
  read: typeof timesIn,
): readonly number[] {
  const grown = stretch - 1;
  const startOf = (cycle: number) => length * (grown ? (stretch ** cycle - 1) / grown : cycle);
  const cycleAt = (time: number) => (grown ? Math.log1p((time / length) * grown) / Math.log(stretch) : time / length);
  // One more at each end, for the rounding of a logarithm.
  const cycles = indices(Math.max(Math.floor(cycleAt(from)) - 1, 0), Math.floor(cycleAt(to)) + 1, room);
  return cycles.flatMap((cycle) => {
    const start = startOf(cycle);
    const size = stretch ** cycle;
    const pixels = (room * size) / (to - from);
    // Of a cycle that is longer than what is seen, what is seen.
    const [low, high] = [Math.max((from - start) / size, 0), Math.min((to - start) / size, length)];
    const shown = indices(0, own.length - 1, 4 * pixels * (high - low));
    const inside = shown.flatMap((i): readonly number[] => {
      const [begin, end] = [Math.max((own[i] as Piece).start, low), Math.min(own[i + 1]?.start ?? length, high)];
      return begin < end ? [begin, ...read(own[i] as Piece, begin, end, pixels * (end - begin))] : [];
    });
    return [start, ...inside.map((time) => start + time * size), startOf(cycle + 1)];
  });
}
