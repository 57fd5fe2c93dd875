import type { Graph, Value } from "./graph.ts";

/**
 * A time as `whole - part`: so many steps, exactly, less a part of one. One number of 32 bits would lose the part of a
 * late step, and with it every digit of what is left of a curve near its end.
 */
export interface Moment {
  readonly whole: Value;
  readonly part: Value;
}

/** The last step that a number of 32 bits counts to. */
export const LAST_STEP: number = 2 ** 24;

/** A known time, split so: two numbers for a curve's list. */
export function split(time: number): readonly [whole: number, part: number] {
  const whole = Math.abs(time) < LAST_STEP ? Math.round(time) : Math.fround(time);
  return [whole, whole - time || 0];
}

/** The moment, counted from an origin that is split. */
export function since(graph: Graph, { whole, part }: Moment, origin: Value, originPart: Value): Moment {
  return { whole: origin === 0 ? whole : apart(graph, whole, origin), part: graph.subtract(part, originPart) };
}

/** The moment as one number, from 0. */
export function elapsed(graph: Graph, { whole, part }: Moment): Value {
  return graph.maximum(graph.subtract(whole, part), 0);
}

/** How much is left until a time that is split; below 0 when it is over. */
export function remaining(graph: Graph, { whole, part }: Moment, until: Value, untilPart: Value): Value {
  return graph.add(apart(graph, until, whole), graph.subtract(part, untilPart));
}

/** How much is left until a time that is split, from 0. */
export function left(graph: Graph, moment: Moment, until: Value, untilPart: Value): Value {
  return graph.maximum(remaining(graph, moment, until, untilPart), 0);
}

/**
 * A difference of whole steps that stays one. Where a constant is added to a sum with a constant, jax-js adds the
 * constants first and rounds; the maximum, which changes nothing that is read, keeps them apart.
 */
function apart(graph: Graph, a: Value, b: Value): Value {
  return graph.maximum(graph.subtract(a, b), -16);
}
