import { type cosine, cyclic, linear, type Plan, restarts, sequence } from "../../../src/index.ts";

/** The options of Ignite's cyclical schedulers. */
export interface Cyclical {
  readonly start_value: number;
  readonly end_value: number;
  readonly cycle_size: number;
  readonly cycle_mult?: number;
  readonly start_value_mult?: number;
  readonly end_value_mult?: number;
  readonly warmup_duration?: number;
  readonly monotonic?: boolean;
}

/** One cycle: from where to where, in how many events, and in how many more to where the next one begins. */
interface Cycle {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly warmup: number;
  readonly next: number;
}

/** The cycles of which the first so many events consist. */
function* list(config: Cyclical, events: number): Generator<Cycle> {
  const { cycle_mult = 1, start_value_mult = 1, end_value_mult = 1 } = config;
  let { start_value: from, end_value: to, cycle_size: size, warmup_duration: warmup = 0 } = config;
  for (let end = 0; end <= events && size > 0; ) {
    const next = from * start_value_mult;
    yield { from, to, size, warmup, next };
    end += size + warmup;
    [from, to] = [next, to * end_value_mult];
    [size, warmup] = [Math.floor(size * cycle_mult), Math.floor(warmup * cycle_mult)];
  }
}

/** Half waves of a cosine, or lines, of which the first so many events consist. */
export function sawtooth(ramp: typeof cosine | typeof linear, config: Cyclical, events: number): Plan {
  const { start_value: from, end_value: to, cycle_size: over, warmup_duration } = config;
  const { cycle_mult: growth = 1, start_value_mult: factor = 1, end_value_mult: toFactor = 1 } = config;
  if (!warmup_duration) {
    const cycles = [...list(config, events)].length;
    return restarts({ plan: ramp({ from, to, over }), growth, factor, toFactor, whole: true, cycles });
  }
  const climbs = [...list(config, events)].flatMap(({ from, to, size, warmup, next }): Plan[] => [
    ramp({ from, to, over: size }),
    linear({ from: to, to: next, over: warmup }),
  ]);
  return sequence(...climbs);
}

/** Lines up and down again, of which the first so many events consist. */
export function triangles(config: Cyclical, events: number): Plan {
  const { start_value: base, end_value: peak, cycle_size, cycle_mult } = config;
  if (cycle_mult === undefined) return cyclic({ base, peak, up: cycle_size / 2 });
  const sides = [...list(config, events)].flatMap(({ from, to, size }): Plan[] => [
    linear({ from, to, over: size / 2 }),
    linear({ from: to, to: from, over: size / 2 }),
  ]);
  return sequence(...sides);
}
