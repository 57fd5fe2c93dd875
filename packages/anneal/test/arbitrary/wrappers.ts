import type { Plan } from "../../src/index.ts";
import { amountAt, updatesFor } from "../reference/amount.ts";
import type { Draw } from "./draw.ts";
import { drawPlan } from "./plan.ts";
import { drawLevel, grain } from "./units.ts";
import type { Drawn, Where } from "./where.ts";

type Drawers = Readonly<Record<string, (draw: Draw, inner: Where) => Drawn>>;

/** What lasts as long as what it is made of. */
const LASTING: Drawers = {
  product(draw, inner) {
    const [first, others] = drawSeveral(draw, inner, { plain: true, relative: false });
    return { ...first, plan: { kind: "product", factors: [first.plan, ...others] } };
  },
  sum(draw, inner) {
    const [first, others] = drawSeveral(draw, inner, {});
    return { ...first, plan: { kind: "sum", terms: [first.plan, ...others] } };
  },
  clamp(draw, inner) {
    const { plan, length } = drawPlan(draw, inner);
    const bound = { ...inner, last: false };
    const min = draw.oneIn(2) ? { min: drawLevel(draw, bound) } : {};
    const max = draw.oneIn(2) ? { max: drawLevel(draw, bound) } : {};
    return { plan: { kind: "clamp", plan, ...min, ...max }, length };
  },
  shift(draw, inner) {
    const drawn = draw.integer(-160, 160) * grain(inner.run);
    const { room, visible, least } = inner;
    const by = room !== undefined && room + drawn <= 0 ? 0 : drawn;
    const moved = {
      room: room === undefined ? room : room + by,
      visible: Math.max(visible + by, 0),
      least: Math.max(least + by, 0),
    };
    const { plan, length } = drawPlan(draw, { ...inner, ...moved });
    return { plan: { kind: "shift", plan, by }, length: Math.max(length - by, 0) };
  },
};

function drawSeveral(draw: Draw, inner: Where, levels: Partial<Where>): [Drawn, Plan[]] {
  const first = drawPlan(draw, inner);
  const other = { ...inner, ...levels, last: false, ends: false, fills: false, least: 0 };
  return [first, Array.from({ length: draw.integer(0, 2) }, () => drawPlan(draw, other).plan)];
}

function drawRepeat(draw: Draw, inner: Where): Drawn {
  const cycle = {
    ...inner,
    ends: true,
    fills: false,
    room: undefined,
    least: 0,
    visible: 0,
    early: false,
  };
  const drawn = drawPlan(draw, cycle);
  const empty = !(drawn.length >= grain(inner.run));
  const plan: Plan = empty ? { kind: "linear", from: 0.5, to: 0.25, over: 192 * grain(inner.run) } : drawn.plan;
  // Exact in binary, so that the place in a cycle is known exactly too.
  const stretch = draw.oneIn(2) ? { stretch: draw.pick([1, 2, 4]) } : {};
  const grows = (stretch.stretch ?? 1) > 1 || drawn.length >= 1600 * grain(inner.run);
  const scales = [1, ...(grows ? [0.5, 0.9] : []), ...(inner.positive ? [] : [0])];
  const scale = draw.oneIn(2) ? { scale: draw.pick(scales) } : {};
  return { plan: { kind: "repeat", plan, ...stretch, ...scale }, length: Number.POSITIVE_INFINITY };
}

function drawClock(draw: Draw, inner: Where): Drawn {
  const unit = draw.pick(["samples", "tokens"] as const);
  const clock = unit === "samples" ? inner.run.samplesPerStep : inner.run.tokensPerStep;
  const amount = (steps: number) => amountAt(steps, clock);
  const { room, visible, least } = inner;
  const amounts = { room: room === undefined ? room : amount(room), visible: amount(visible), least: amount(least) };
  const { plan, length } = drawPlan(draw, { ...inner, ...amounts, run: { ...inner.run, clock }, early: false });
  return { plan: { kind: "clock", unit, plan }, length: updatesFor(length, clock) };
}

/** A kind that has other plans in it, but no sequence. */
export function drawWrapper(draw: Draw, where: Where): Drawn {
  const kinds = Object.keys(LASTING);
  if (!where.ends && !where.fills) kinds.push("repeat", "repeat");
  if (where.early) kinds.push("clock");
  const kind = draw.pick(kinds);
  const inner = { ...where, depth: where.depth - 1 };
  if (kind === "repeat") return drawRepeat(draw, inner);
  if (kind === "clock") return drawClock(draw, inner);
  return (LASTING[kind] as Drawers[string])(draw, inner);
}
