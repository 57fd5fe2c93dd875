import { constant, type Level, type Part, type Plan, piecewise, schedule, sequence, sum, type Time } from "anneal";
import type { Curve, Window } from "./curve.ts";

/** What all schedulers of one hyperparameter share. */
export interface Common {
  /** A multiple of the group's own value. */
  own(multiple: number): Level;
  /** Of what counts epochs while others count updates: how many there are, and what one is, if that is known. */
  readonly epochs?: { readonly count: number; readonly length: number | undefined };
}

/** What one scheduler does, on the clock that all share. */
export interface Change {
  readonly curve: Curve;
  /** Steps of the shared clock; NaN where it is not known how many an epoch is. */
  readonly begin: number;
  readonly first: number;
  readonly end: number;
  /** What follows plans that last until it begins, and find the group's own value. */
  after(...before: readonly (Plan | Part)[]): Plan;
  /** When it begins, as a time of the shared clock. */
  readonly at: Time;
  /** A number before, while and after it acts, by which what it finds is multiplied. */
  readonly shape: Plan;
  /** What is added to that. */
  readonly rest?: Plan;
  /** Whether the group's own value is there again at its end. */
  readonly restores: boolean;
}

/** What a curve does in its window; `lasting` when nothing comes after its end. */
export function changeOf(curve: Curve, { begin, end }: Window, lasting: boolean, common: Common): Change {
  const { epochs, own } = common;
  const { absolute, floor, start } = curve;
  const length = end - begin;
  const until = curve.until > 0 && curve.until >= length - 1 && lasting ? Number.POSITIVE_INFINITY : curve.until;
  const each = epochs ? (epochs.length ?? Number.NaN) : 1;
  const time = (count: number): Time => (epochs && epochs.length === undefined ? `${count} epochs` : count * each);
  const level = (share: number): Level => ("share" in floor ? own(share * floor.share) : share * floor.absolute);

  /** The curve as a part of a sequence, whose clock it joins at its begin or at 0. */
  const part = (own: (multiple: number) => Level, to: Level, from: number): Plan | Part => {
    if (until === 0) return constant({ value: own(start) });
    const plan = curve.plan(own, to);
    return until === Number.POSITIVE_INFINITY ? plan : { plan, until: from + until };
  };
  /** Its values in each epoch, since it does not move meanwhile. */
  const sampled = (plan: Plan | Part, level: (value: number) => Level): Plan => {
    const read = schedule(whole(plan), { base: 1 });
    const values = Array.from({ length: Math.max(1, Math.min(length, (epochs?.count ?? 0) - begin)) }, (_, i) =>
      read(i),
    );
    const changes = values.flatMap((value, i) => (i > 0 && value !== values[i - 1] ? [i] : []));
    const to = changes.map((i) => level(values[i] as number));
    return piecewise({ from: level(values[0] as number), at: changes.map(time), to });
  };
  const multiples = (own: (multiple: number) => Level): Plan | Part =>
    epochs ? sampled(part(Number, 0, 0), own) : part(own, 0, begin);
  const hasFloor = "share" in floor ? floor.share !== 0 : floor.absolute !== 0;
  const added = (): Plan | Part => {
    if (absolute) return epochs ? sampled(part(own, 0, 0), Number) : part(own, 0, begin);
    const none = () => 0;
    return epochs ? sampled(part(none, 1, 0), level) : part(none, level(1), begin);
  };
  const both = (): Plan | Part => {
    if (absolute) return added();
    if (!epochs) return part(own, level(1), begin);
    return hasFloor ? sum(multiples(own) as Plan, added() as Plan) : multiples(own);
  };
  const from = (before: Level): readonly Plan[] => (begin > 0 ? [constant({ value: before, over: time(begin) })] : []);
  const shape = joined(...from(1), absolute ? constant({ value: 0 }) : multiples(Number));
  return {
    curve,
    begin: begin * each,
    first: (begin + curve.first) * each,
    end: Math.min(end, begin + (curve.still ?? length)) * each,
    at: time(begin),
    after: (...before) => joined(...(before.length > 0 ? before : from(own(1))), both()),
    shape,
    ...((hasFloor || absolute) && { rest: joined(...from(0), added()) }),
    restores: !hasFloor && !absolute && Math.abs(schedule(whole(part(Number, 0, 0)))(length) - 1) < 1e-12,
  };
}

/** A part alone. */
function whole(part: Plan | Part): Plan {
  return "kind" in part ? part : sequence(part);
}

/** One after the other. */
function joined(...parts: readonly (Plan | Part)[]): Plan {
  const [first] = parts;
  return parts.length === 1 && first ? whole(first) : sequence(...parts);
}
