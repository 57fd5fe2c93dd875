import type { Part, Plan } from "../../src/index.ts";
import { cornersOf } from "../reference/corners.ts";
import type { Draw } from "./draw.ts";
import { drawPlan } from "./plan.ts";
import { drawTime, grain } from "./units.ts";
import type { Drawn, Where } from "./where.ts";

/** A sequence that is being drawn, and how many steps it has so far. */
interface Growing {
  parts: (Plan | Part)[];
  start: number;
}

/** A sequence for a place in a tree. */
export function drawSequence(draw: Draw, outer: Where): Drawn {
  const grown: Growing = { parts: [], start: 0 };
  const where = (ends: boolean): Where => {
    const last = outer.last || grown.start > 0;
    const early = outer.early && grown.start === 0;
    return { ...outer, room: undefined, fills: false, least: 0, visible: 0, early, depth: outer.depth - 1, last, ends };
  };
  for (let i = draw.integer(0, 2); i > 0; i--) drawPart(draw, where(true), grown, outer);
  if (outer.fills || draw.oneIn(3)) {
    const fills = drawRest(draw, where(true), grown, outer);
    if (fills) return { plan: { kind: "sequence", parts: grown.parts }, length: Number.NaN };
  }
  for (let i = draw.integer(0, 1); i > 0; i--) drawPart(draw, where(true), grown, outer);
  drawPart(draw, where(outer.ends), grown, outer);
  return { plan: { kind: "sequence", parts: grown.parts }, length: grown.start };
}

/** One part that ends by itself, or by `until`, or never. */
function drawPart(draw: Draw, inner: Where, grown: Growing, outer: Where): void {
  const { start } = grown;
  const global = draw.oneIn(4);
  const where = global ? { ...inner, early: outer.early } : inner;
  const clock = global ? { clock: "global" as const } : draw.oneIn(8) ? { clock: "local" as const } : {};
  const [visible, origin] = global ? [start, 0] : [0, start];
  const next = start + grain(where.run);
  if (draw.oneIn(6)) {
    const { plan } = drawPlan(draw, { ...where, ends: false, visible });
    const until = draw.pick([next, ...cornersOf(plan, where.run).map((corner) => corner + origin)]);
    grown.parts.push({ plan, until: Math.max(until, next), ...clock });
    grown.start = Math.max(until, next);
    return;
  }
  if (draw.oneIn(3)) {
    // A part that is cut before it begins leaves no "last" behind.
    const { time, steps } = drawTime(draw, where.run, where.last ? start : next);
    const { plan } = drawPlan(draw, { ...where, ends: false, room: steps - origin, visible });
    grown.parts.push({ plan, until: time, ...clock });
    grown.start = steps;
    return;
  }
  const { plan, length } = drawPlan(draw, global ? { ...where, visible, least: start } : where);
  grown.parts.push(global || draw.oneIn(4) ? { plan, ...clock } : plan);
  grown.start = length + origin;
}

/** A part that takes the rest, and parts after it up to a fixed point or to the end of the room; true for the latter. */
function drawRest(draw: Draw, where: Where, grown: Growing, outer: Where): boolean {
  const { room, fills } = outer;
  const after: Growing = { parts: [], start: 0 };
  for (let i = draw.integer(0, 2); i > 0; i--) {
    const { plan, length } = drawPlan(draw, { ...where, last: true, early: false });
    after.parts.push(plan);
    after.start += length;
  }
  if (fills && grown.start + after.start > (room as number)) Object.assign(grown, { parts: [], start: 0 });
  if (fills && after.start > (room as number)) Object.assign(after, { parts: [], start: 0 });
  const toTheEnd = fills || (room !== undefined && grown.start + after.start <= room && draw.oneIn(2));
  const fixed = toTheEnd
    ? undefined
    : drawTime(draw, where.run, grown.start + after.start + (where.last ? 0 : grain(where.run)));
  const bound = fixed?.steps ?? (room as number);
  const space = bound - after.start - grown.start;
  const last = outer.last || grown.start > 0;
  const { plan } = drawPlan(draw, { ...where, ends: false, fills: true, room: space, last });
  grown.parts.push(plan, ...after.parts);
  if (fixed) grown.parts.push({ plan: grown.parts.pop() as Plan, until: fixed.time });
  grown.start = bound;
  return toTheEnd;
}
