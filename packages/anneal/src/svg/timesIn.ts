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
  // It is asked at whole steps of the run, which are not known here.
  if (leaf instanceof CustomLeaf) return [];
  if (leaf instanceof ExponentialLeaf || leaf instanceof PowerLawLeaf) {
    const { staircase, every } = leaf.fields;
    if (staircase) return multiples(every, from, to, 2 * room);
  }
  if (leaf instanceof CosineWaveLeaf) return swinging(multiples(leaf.fields.over, from, to, 2 * room), from, to, room);
  if (leaf instanceof PolynomialLeaf && leaf.fields.cycle) {
    const ends = multiples(leaf.fields.over, from, to, 2 * room);
    // It is at its end there, and anew only after it.
    const anew = room < 1 / 0 ? ends.map((time) => time * (1 + 1e-8)) : [];
    return swinging([...ends, ...anew], from, to, room);
  }
  return evenly(from, to, room);
}

/** The turns of a curve, and as many times between them as show how it gets from one to the next. */
function swinging(turns: readonly number[], from: number, to: number, room: number): readonly number[] {
  if (room === 1 / 0) return turns;
  return [...turns, ...evenly(from, to, Math.max(room, Math.min(16 * turns.length, 4 * room)))];
}

/** The updates where a batch size changes. */
function rampsOf(clock: BatchSize): readonly number[] {
  return typeof clock === "object" ? clock.at : [];
}

/** Whether a function of the user's is in a curve: it need know no more than the whole steps of a run. */
export function holdsCustom(leaf: Leaf): boolean {
  if (leaf instanceof CombinedLeaf) return leaf.fields.active.some(isCustom);
  if (leaf instanceof RepeatLeaf) return leaf.fields.own.some(isCustom);
  return leaf instanceof ClockLeaf ? isCustom(leaf.fields.inner) : leaf instanceof CustomLeaf;
}

const isCustom = ({ leaf }: Piece): boolean => leaf !== undefined && holdsCustom(leaf);
