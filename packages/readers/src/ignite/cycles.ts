import { type cosine, cyclic, linear, type Plan, repeat, restarts, sequence } from "anneal";
import type { Reader } from "../entry.ts";
import { flag, ignored, limited, number, optional, text } from "../parameter.ts";

/** Before these, the optimizer and the name of what is scheduled. */
export const COMMON = { optimizer: ignored, param_name: optional(text, "lr") };

/** After them, what has nothing to do with the values. */
export const REST = { save_history: ignored, param_group_index: ignored };

const whole = (least: number) =>
  limited(number, `a whole number from ${least}`, (value) => value >= least && Number.isInteger(value));

/** The arguments of both cyclical schedulers. */
export const CYCLICAL = {
  ...COMMON,
  start_value: number,
  end_value: number,
  cycle_size: whole(2),
  cycle_mult: optional(
    limited(number, "a number above 0", (value) => value > 0),
    1,
  ),
  start_value_mult: optional(number, 1),
  end_value_mult: optional(number, 1),
  warmup_duration: optional(whole(0), 0),
  ...REST,
  monotonic: optional(flag, false),
};

/** A cyclical scheduler's options. */
export interface Cyclical {
  readonly start_value: number;
  readonly end_value: number;
  readonly cycle_size: number;
  readonly cycle_mult: number;
  readonly start_value_mult: number;
  readonly end_value_mult: number;
  readonly warmup_duration: number;
}

interface Cycle {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly warmup: number;
  /** Where the next one begins. */
  readonly next: number;
}

/** A plan lists no more cycles than these, or than come in so many events. */
const MOST_CYCLES = 2000;
const MOST_EVENTS = 1e7;

/** The cycles one by one: their lengths are cut to whole events. */
function listOf(options: Cyclical, reader: Reader): readonly Cycle[] {
  const { cycle_mult, start_value_mult, end_value_mult } = options;
  let { start_value: from, end_value: to, cycle_size: size, warmup_duration: warmup } = options;
  const cycles: Cycle[] = [];
  let end = 0;
  while (end <= MOST_EVENTS && cycles.length < MOST_CYCLES && size > 0) {
    const next = from * start_value_mult;
    cycles.push({ from, to, size, warmup, next });
    end += size + warmup;
    [from, to] = [next, to * end_value_mult];
    [size, warmup] = [Math.floor(size * cycle_mult), Math.floor(warmup * cycle_mult)];
  }
  if (end <= MOST_EVENTS) {
    const why =
      size > 0 ? "which are all that are listed" : "after which one of no length comes, that Ignite cannot do";
    reader.context.note(`The plan has ${cycles.length} cycles, ${end} events, ${why}.`, reader.place);
  }
  return cycles;
}

/** Half waves of a cosine, or lines, each from the start value, with a line back to it where there is a warm-up. */
export function sawtooth(ramp: typeof cosine | typeof linear, options: Cyclical, reader: Reader): Plan {
  const { start_value: from, end_value: to, cycle_size: over, warmup_duration } = options;
  const { cycle_mult: growth, start_value_mult: factor, end_value_mult: toFactor } = options;
  const plan = ramp({ from, to, over });
  const back = linear({ from: to, to: from, over: warmup_duration });
  if (growth === 1 && factor === 1 && toFactor === 1)
    return repeat({ plan: warmup_duration ? sequence(plan, back) : plan });
  const isPlain = !warmup_duration && Number.isInteger(growth) && Math.min(from, to, factor, toFactor) >= 0;
  if (isPlain) return restarts({ plan, growth, factor, toFactor });
  const parts = listOf(options, reader).flatMap(({ from, to, size, warmup, next }): readonly Plan[] => [
    ramp({ from, to, over: size }),
    ...(warmup > 0 || warmup_duration > 0 ? [linear({ from: to, to: next, over: warmup })] : []),
  ]);
  return sequence(...parts);
}

/** Lines to the end value and back. */
export function triangles(options: Cyclical, reader: Reader): Plan {
  const { start_value: base, end_value: peak, cycle_size, cycle_mult, start_value_mult, end_value_mult } = options;
  if (cycle_mult === 1 && start_value_mult === 1 && end_value_mult === 1) {
    return cyclic({ base, peak, up: cycle_size / 2 });
  }
  const sides = listOf(options, reader).flatMap(({ from, to, size }): readonly Plan[] => [
    linear({ from, to, over: size / 2 }),
    linear({ from: to, to: from, over: size / 2 }),
  ]);
  return sequence(...sides);
}
