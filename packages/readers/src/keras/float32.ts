import type { Context } from "../context.ts";
import { type Dictionary, isDictionary, type Place } from "../value.ts";

/** Notes the numbers that Keras wrote as it holds them, in float32: 0.10000000149011612 was 0.1. */
export function noteFloat32(settings: Dictionary, context: Context, place?: Place): void {
  for (const [name, value] of settings) {
    if (isDictionary(value)) noteFloat32(value, context, place);
    const short = typeof value === "number" ? shortest(value) : value;
    if (short === value) continue;
    context.note(`${name}: ${value} is the float32 of ${short}; it is taken as it is written.`, place);
  }
}

/** The shortest number of the same float32; the number itself where it is none. */
function shortest(value: number): number {
  if (Number.isInteger(value) || Math.fround(value) !== value) return value;
  // Nine digits tell every float32 from its neighbours.
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
