import { schedule } from "anneal";
import type { AuditOptions, SignatureName } from "anneal/audit";
import type { Draw } from "../arbitrary/draw.ts";
import type { Planned } from "./planned.ts";

/** What a run really did: the rate of each of its updates. */
export interface Simulated {
  readonly rates: Float64Array;
  readonly options?: AuditOptions;
}

/** A training loop: at each update the rate is read, and the schedule then goes on as it really did. */
function loop(steps: number, rate: (position: number) => number, next: (position: number, done: number) => number) {
  const rates = new Float64Array(steps);
  let position = 0;
  for (let update = 0; update < steps; update++) {
    rates[update] = rate(position);
    position = next(position, update + 1);
  }
  return rates;
}

const one = (position: number): number => position + 1;

/** Each bug as what its loop does. */
export const bugs: Readonly<
  Partial<Record<SignatureName | "none", (draw: Draw, planned: Planned) => Simulated | undefined>>
> = {
  none: (_, { plan, run }) => ({ rates: loop(run.steps, schedule(plan, run), one) }),
  shifted: (_, { plan, run }) => ({ rates: loop(run.steps, (k) => schedule(plan, run)(k + 1), one) }),
  steppedPerProcess(draw, { plan, run }) {
    const processes = draw.pick([2, 4, 8]);
    const rates = loop(run.steps, schedule(plan, run), (k) => k + processes);
    return { rates, options: { processes } };
  },
  steppedPerMicroBatch(draw, { plan, run }) {
    const accumulate = draw.pick([2, 4, 8, 16]);
    return {
      rates: loop(run.steps, schedule(plan, run), (k) => k + accumulate),
      options: { accumulate, processes: 3 },
    };
  },
  steppedTwice: (_, { plan, run }) => ({ rates: loop(run.steps, schedule(plan, run), (k) => k + 2) }),
  steppedTooOften(draw, { plan, run }) {
    const factor = draw.pick([3, 5, 6, 12]);
    return { rates: loop(run.steps, schedule(plan, run), (k) => k + factor) };
  },
  steppedTooSeldom(draw, { plan, run }) {
    const factor = draw.pick([2, 4, 8]);
    return { rates: loop(run.steps, schedule(plan, run), (k, done) => (done % factor === 0 ? k + 1 : k)) };
  },
  steppedPerBatch: (_, { plan, run }) => ({
    rates: loop(run.steps, schedule(plan, run), (k) => k + run.stepsPerEpoch),
  }),
  steppedPerEpoch: (_, { plan, run }) => ({
    rates: loop(run.steps, schedule(plan, run), (k, done) => (done % run.stepsPerEpoch === 0 ? k + 1 : k)),
  }),
  stairs: (_, { plan, run }) => ({
    rates: loop(run.steps, schedule(plan, run), (k, done) => (done % run.stepsPerEpoch === 0 ? done : k)),
  }),
  countedPerProcess(draw, { plan, run }) {
    const processes = draw.pick([2, 4, 8]);
    const steps = draw.oneIn(2) ? run.steps * processes : run.steps / processes;
    return { rates: loop(run.steps, schedule(plan, { ...run, steps }), one), options: { processes } };
  },
  countedPerMicroBatch(draw, { plan, run }) {
    const accumulate = draw.pick([2, 4, 16]);
    const steps = draw.oneIn(2) ? run.steps * accumulate : run.steps / accumulate;
    return { rates: loop(run.steps, schedule(plan, { ...run, steps }), one), options: { accumulate } };
  },
  anotherTotal(draw, { plan, run }) {
    const steps = Math.round((run.steps * draw.integer(60, 160)) / 100 + 7);
    return { rates: loop(run.steps, schedule(plan, { ...run, steps }), one) };
  },
  restarted(draw, { plan, run }) {
    const at = Math.round((run.steps * draw.integer(10, 80)) / 100) + draw.integer(0, 9);
    return { rates: loop(run.steps, schedule(plan, run), (k, done) => (done === at ? 0 : k + 1)) };
  },
  rescaled(draw, { plan, run }) {
    const at = Math.round((run.steps * draw.integer(15, 70)) / 100) + draw.integer(0, 9);
    const steps = Math.round(run.steps * draw.pick([0.8, 1.25, 1.5, 2, 3]));
    const [before, after] = [schedule(plan, run), schedule(plan, { ...run, steps })];
    const rates = Float64Array.from({ length: run.steps }, (_, k) => (k < at ? before(k) : after(k)));
    return { rates };
  },
  displaced(draw, { plan, run }) {
    const at = Math.round((run.steps * draw.integer(20, 70)) / 100);
    const by = Math.round((run.steps * draw.integer(5, 15)) / 100) * (draw.oneIn(2) ? 1 : -1);
    return { rates: loop(run.steps, schedule(plan, run), (k, done) => (done === at ? k + 1 + by : k + 1)) };
  },
  stopped(draw, { plan, run }) {
    const at = Math.round((run.steps * draw.integer(15, 70)) / 100);
    return { rates: loop(run.steps, schedule(plan, run), (k, done) => (done > at ? k : k + 1)) };
  },
  skippedUpdates(draw, { plan, run }) {
    const skipped = new Set(Array.from({ length: draw.integer(3, 25) }, () => draw.integer(1, run.steps)));
    return { rates: loop(run.steps, schedule(plan, run), (k, done) => (skipped.has(done) ? k : k + 1)) };
  },
  neverScheduled: (_, { run }) => ({ rates: new Float64Array(run.steps).fill(run.base) }),
  scaled(draw, { plan, run }) {
    const factor = draw.pick([8, 4, 0.5, 1.1, 0.03]);
    return { rates: loop(run.steps, schedule(plan, run), one).map((rate) => factor * rate) };
  },
  warmupMissing(_, { plan, run, warmup: end }) {
    if (end === 0) return undefined;
    const lr = schedule(plan, run);
    return { rates: Float64Array.from({ length: run.steps }, (_, k) => lr(Math.max(k, end))) };
  },
  milestoneDiffers(draw, { plan, run }) {
    const text = JSON.stringify(plan);
    if (!text.includes('"35%"')) return undefined;
    const other = JSON.parse(text.replace('"60%"', `"${draw.pick([42, 48, 55, 66, 73])}%"`));
    return { rates: loop(run.steps, schedule(other, run), one) };
  },
  warmupDiffers(draw, { plan, run, warmup: end }) {
    if (end === 0) return undefined;
    const lr = schedule(plan, run);
    const own = Math.round(end * draw.pick([0.25, 0.5, 2]));
    const warm = (k: number) => lr(k < own ? (k * end) / own : Math.max(k, end));
    return { rates: Float64Array.from({ length: run.steps }, (_, k) => warm(k)) };
  },
  wrongBaseOnResume(draw, { plan, run }) {
    const at = Math.round((run.steps * draw.integer(20, 70)) / 100);
    const before = schedule(plan, run);
    if (before(at) > 0.9 * run.base) return undefined;
    const after = schedule(plan, { ...run, base: before(at) });
    const origin = draw.oneIn(2) ? at : 0;
    return { rates: Float64Array.from({ length: run.steps }, (_, k) => (k < at ? before(k) : after(k - origin))) };
  },
  warmupTwice(draw, { plan, run, warmup }) {
    if (warmup === 0) return undefined;
    const lr = schedule(plan, run);
    const at = draw.oneIn(2) ? 0 : Math.round((run.steps * draw.integer(20, 70)) / 100);
    const second = (k: number) => (k < at ? 1 : Math.min(1, (k - at) / warmup));
    return { rates: Float64Array.from({ length: run.steps }, (_, k) => lr(k) * second(k)) };
  },
  floorAdded(draw, { plan, run }) {
    const floor = run.base * draw.pick([0.3, 0.1]);
    return { rates: loop(run.steps, schedule(plan, run), one).map((rate) => Math.max(rate, floor)) };
  },
};
