import { constant, linear, type Plan, PlanError, piecewise, schedule, sequence } from "anneal";
import { Effort } from "../../effort.ts";
import type { Lambda } from "../../value.ts";
import { FURTHEST, probesOf } from "./probes.ts";
import { lastWhere, type Shape, same, share } from "./shape.ts";
import { boundedTailsOf, tailsOf } from "./tails.ts";

/** The most changes of a function that is constant between them. */
const MOST_CHANGES = 20;
/** How many steps of PyTorch's own arithmetic a value of a function counts as, since it is computed from the text. */
const PROBE = 4;

/**
 * A function of the epoch as a plan of the base rate, where it is one: exponential, in stairs, a power, a line, a cosine,
 * levels, bounded where it would go on without end, and a linear warm-up or a level before any of these. A plan is proposed from a few values of the function, and answered
 * only when it is what the function is, to 1e-12, at all of some thousand epochs: the ascending `probes`.
 */
export function closedForm(
  lambda: Lambda,
  effort: Effort = new Effort(),
  probes: readonly number[] = probesOf(lambda),
): Plan | undefined {
  if (effort.spent) return undefined;
  try {
    const known = new Map<number, number>();
    const shape: Shape = (epoch) => {
      const value = known.get(epoch) ?? lambda.compute(epoch);
      known.set(epoch, value);
      return value;
    };
    const cost = PROBE * probes.length;
    if (effort.take(cost) < cost) return undefined;
    for (const plan of proposals(shape, probes)) {
      if (isSame(plan, shape, probes)) return plan;
    }
  } catch (error) {
    // What cannot be computed far away is no plan; its own epochs are another matter.
    if (!(error instanceof PlanError)) throw error;
  }
  return undefined;
}

function* proposals(shape: Shape, probes: readonly number[]): Generator<Plan> {
  yield* tailsOf(shape, probes);
  yield* levels(shape, probes);
  yield* boundedTailsOf(shape, probes);
  const rise = shape(1) - shape(0);
  const line = (epoch: number): number => shape(0) + rise * epoch;
  const last = lastWhere(probes, (epoch) => Math.abs(shape(epoch) - line(epoch)) <= 1e-12 * Math.abs(line(epoch)));
  if (last < 1 || last > 1e7) return;
  // A line may go on to where the rest begins, or end one step before it.
  for (const over of [last, last + 1]) {
    const [from, to] = [share(shape(0)), share(nearest(line(over)))];
    const warm = rise === 0 ? constant({ value: from, over }) : linear({ from, to, over });
    const later: Shape = (epoch) => shape(epoch + over);
    const rest = probes.filter((epoch) => epoch >= over).map((epoch) => epoch - over);
    const after = [0, 1, ...rest.filter((epoch) => epoch > 1)];
    for (const tailsFrom of [tailsOf, boundedTailsOf]) {
      for (const tail of tailsFrom(later, after)) yield sequence(warm, tail);
    }
  }
}

/** Levels that are held from change to change. */
function* levels(shape: Shape, probes: readonly number[]): Generator<Plan> {
  const at: number[] = [];
  for (let start = 0; at.length <= MOST_CHANGES; ) {
    const since = probes.filter((epoch) => epoch > start);
    const last = lastWhere([start, ...since], (epoch) => same(shape(epoch), shape(start)));
    if (last === Number.POSITIVE_INFINITY) {
      if (at.length > 0) yield piecewise({ from: share(shape(0)), at, to: at.map((epoch) => share(shape(epoch))) });
      return;
    }
    start = last + 1;
    at.push(start);
  }
}

/** A level without what adding up has left in its last digits. */
function nearest(value: number): number {
  return Number(value.toPrecision(14));
}

/** Whether a plan is a function to 1e-12 relative and 1e-15 of its peak. */
function isSame(plan: Plan, shape: Shape, probes: readonly number[]): boolean {
  try {
    const rate = schedule(plan, { base: 1 });
    const turns = turnsOf(plan);
    const all = [...new Set([...probes, ...changesOf(plan, probes.at(-1) as number)])].sort((a, b) => a - b);
    let [peak, seen] = [0, 0];
    return all.every((epoch) => {
      const value = shape(epoch);
      // What grows without end is compared with what it is till then.
      for (; seen < all.length && (all[seen] as number) <= Math.max(BEGINNING, 2 * epoch); seen++) {
        peak = Math.max(peak, Math.abs(shape(all[seen] as number)));
      }
      const slack = 1e-15 * peak * (1 + 4 * turns * epoch);
      return Math.abs(rate(epoch) - value) <= 1e-12 * Math.abs(value) + slack;
    });
  } catch (error) {
    // A proposal that is no plan, such as one with a level below 0.
    if (error instanceof PlanError) return false;
    throw error;
  }
}

/** The first epochs, whose highest value is the scale of all of them. */
const BEGINNING = 200;

/** The epochs at which a plan may change: those in its own lengths, their multiples, and both from each other on. */
function changesOf(plan: Plan, last: number): readonly number[] {
  const lengths = [...JSON.stringify(plan).matchAll(/"(?:over|every|until)":([\d.e+-]+)/g)].map(([, one]) =>
    Number(one),
  );
  const multiples = lengths.flatMap((one) => [1, 2, 3, 4, 10, 100].map((times) => one * times));
  return [0, ...lengths]
    .flatMap((start) => multiples.map((length) => Math.floor(start + length)))
    .filter((epoch) => epoch >= 1 && epoch <= Math.min(FURTHEST, last))
    .flatMap((epoch) => [epoch - 1, epoch, epoch + 1]);
}

/** How far a wave without end turns at every epoch: so much of the rounding of its angle is in its value. */
function turnsOf(plan: Plan): number {
  if (plan.kind === "cosineWave") return 1 / (plan.over as number);
  const last = plan.kind === "sequence" ? plan.parts.at(-1) : undefined;
  return last && "kind" in last ? turnsOf(last) : 0;
}
