import { type BatchSize, consumed } from "../consumed.ts";
import { ClockLeaf } from "../kinds/clock.ts";
import { CombinedLeaf } from "../kinds/combine.ts";
import { CosineWaveLeaf } from "../kinds/cosineWave.ts";
import { CustomLeaf } from "../kinds/custom.ts";
import { ExponentialLeaf } from "../kinds/exponential.ts";
import { LinearLeaf } from "../kinds/linear.ts";
import { PolynomialLeaf } from "../kinds/polynomial.ts";
import { PowerLawLeaf } from "../kinds/powerLaw.ts";
import { RepeatLeaf } from "../kinds/repeat.ts";
import type { Leaf, Piece } from "../piece.ts";
import { cornersOfClamp } from "./cornersOfClamp.ts";
import { evenly, multiples } from "./spaced.ts";
import { timesOfCycles } from "./timesOfCycles.ts";

/**
 * The times between two, in any order, at which a piece is to be read so that straight lines through what it gives are
 * its curve: every corner and jump inside of it, and where it bends so many places that it cannot be told from a curve.
 *
 * `room` is how many pixels there are for it; corners that would be nearer to each other are thinned out. Without end,
 * the corners alone are given.
 */
export function timesIn({ value: origin, leaf }: Piece, from: number, to: number, room: number): readonly number[] {
  if (!leaf) return [];
  const [first, last] = [Math.max(from - origin, 0), to - origin];
  return timesOf(leaf, first, last, room)
    .map((time) => time + origin)
    .filter((time) => time > from && time < to);
}

/** The same in the leaf's own time, where some may lie outside. */
function timesOf(leaf: Leaf, from: number, to: number, room: number): readonly number[] {
  if (leaf instanceof LinearLeaf) return [];
  if (leaf instanceof RepeatLeaf) return timesOfCycles(leaf.fields, from, to, room, timesIn);
  if (leaf instanceof CombinedLeaf) {
    const { active, operation } = leaf.fields;
    const inner = active.flatMap((one) => timesIn(one, from, to, room));
    if (operation === "clamp") return [...inner, ...cornersOfClamp(active, [from, ...inner, to])];
    // A sum of lines is a line, and a product of more than one is none.
    const bends = operation === "product" && active.filter((one) => one.leaf).length > 1;
    return bends ? [...inner, ...evenly(from, to, room)] : inner;
  }
  if (leaf instanceof ClockLeaf) {
    const { clock, inner } = leaf.fields;
    const own = timesIn(inner, consumed(clock, from), consumed(clock, to), room);
    return [...own.map((amount) => consumed(clock, amount, true)), ...rampsOf(clock)];
  }
  // A function of the user's is asked at whole steps, which are all that it need know.
  if (leaf instanceof CustomLeaf) return room < 1 / 0 ? multiples(1, from, to, 4 * room) : [];
  if (leaf instanceof ExponentialLeaf || leaf instanceof PowerLawLeaf) {
    const { staircase, every } = leaf.fields;
    if (staircase) return multiples(every, from, to, 2 * room);
  }
  const wave = leaf instanceof CosineWaveLeaf || (leaf instanceof PolynomialLeaf && leaf.fields.cycle);
  if (!wave) return evenly(from, to, room);
  const turns = multiples((leaf as CosineWaveLeaf).fields.over, from, to, 2 * room);
  return room < 1 / 0 ? [...turns, ...evenly(from, to, Math.max(room, Math.min(16 * turns.length, 4 * room)))] : turns;
}

/** The updates where a batch size changes. */
function rampsOf(clock: BatchSize): readonly number[] {
  return typeof clock === "object" ? clock.at : [];
}
