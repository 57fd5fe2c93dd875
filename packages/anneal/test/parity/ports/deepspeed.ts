import {
  constant,
  type Level,
  linear,
  oneTriangle,
  type Plan,
  rangeTest,
  sequence,
  shift,
  type WarmupCurve,
  warmup,
  warmupCosine,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";

/** One value for all groups, or one for each. */
type Each<T> = T | readonly T[];

interface RangeTest {
  readonly lr_range_test_min_lr: Each<number>;
  readonly lr_range_test_step_size: number;
  readonly lr_range_test_step_rate?: number;
  readonly lr_range_test_staircase?: boolean;
}

interface OneCycle {
  readonly cycle_min_lr: Each<number>;
  readonly cycle_max_lr: Each<number>;
  readonly decay_lr_rate?: number;
  readonly cycle_first_step_size: number;
  readonly cycle_second_step_size?: number | null;
  readonly cycle_first_stair_count?: number;
  readonly cycle_second_stair_count?: number | null;
  readonly decay_step_size?: number;
  readonly cycle_min_mom?: number;
  readonly cycle_max_mom?: number;
  readonly decay_mom_rate?: number;
}

interface Warmup {
  readonly warmup_min_lr: Each<number>;
  readonly warmup_max_lr: Each<number> | null;
  readonly warmup_num_steps: number;
  readonly warmup_type: "log" | "linear";
  readonly total_num_steps: number;
  readonly warmup_min_ratio?: number;
  readonly cos_min_ratio?: number;
}

const groupsOf = ({ base, bases = [base as number] }: Case<unknown>): readonly number[] => bases;
const pick = <T>(each: Each<T>, group: number): T => (Array.isArray(each) ? each[group] : each) as T;

/** The rates of each group; a length that is no whole number from 1 is refused there, and some of them are not here. */
const each = (one: Case<unknown>, plan: (group: number) => Plan): Ported => ({
  program: { values: groupsOf(one).map((_, group) => plan(group)) },
  ...(one.raises && { differs: { as: "moreAccepted" } as const }),
});

const rangeTests: Port<RangeTest> = (one) => {
  const { lr_range_test_min_lr: from, lr_range_test_step_size: every, ...config } = one.config;
  const { lr_range_test_step_rate: rate = 1, lr_range_test_staircase: staircase = false } = config;
  return each(one, (group) => rangeTest({ from: pick(from, group), every, rate, staircase }));
};

const oneCycle: Port<OneCycle> = (one) => {
  const { cycle_min_lr, cycle_max_lr, decay_lr_rate = 0, decay_step_size = 0, ...config } = one.config;
  const { cycle_min_mom = 0.8, cycle_max_mom = 0.9, decay_mom_rate = 0, cycle_first_stair_count: stairs = 0 } = config;
  const triangle = {
    up: config.cycle_first_step_size,
    down: config.cycle_second_step_size ?? config.cycle_first_step_size,
    stairs,
    stairsDown: config.cycle_second_stair_count ?? stairs,
    every: decay_step_size || 1,
  };
  const rates = each(one, (group) => {
    const rate = decay_step_size && decay_lr_rate;
    return oneTriangle({ from: pick(cycle_min_lr, group), to: pick(cycle_max_lr, group), ...triangle, rate });
  });
  // Its place in the cycle is found as 1 + t / total - 1, in halves of very different lengths.
  const loses = (): number =>
    (2 ** -52 * (triangle.up + triangle.down)) / Math.min(triangle.up, triangle.down || 1 / 0);
  if (!one.momentum) return { ...rates, loses };
  const rate = decay_step_size && decay_mom_rate;
  const swing = oneTriangle({ from: cycle_max_mom, to: cycle_min_mom, ...triangle, rate, power: 1 });
  // The constructor sets the lowest momentum, whatever the curve says.
  const momentum = sequence(constant({ value: cycle_min_mom, over: 1 }), { plan: swing, clock: "global" });
  return { loses, program: { ...rates.program, momentum, beta2: constant({ value: 0.99 }) } };
};

/** Whatever is not "linear" is "log", which is at its end one step earlier; at least 2 steps. */
function climbOf({ warmup_type, warmup_num_steps }: Warmup): { over: number; curve: WarmupCurve; inclusive: boolean } {
  const isLinear = warmup_type === "linear";
  return { over: Math.max(2, warmup_num_steps), curve: isLinear ? "linear" : "logarithmic", inclusive: !isLinear };
}

/** What the constructor sets and the first step() are the same: everything is one update late. */
const late = (plan: Plan): Plan => shift({ plan, by: -1 });

const warmups =
  (after: (config: Warmup, to: Level, from: number) => Plan): Port<Warmup> =>
  (one) =>
    each(one, (group) => {
      const from = pick(one.config.warmup_min_lr, group);
      const to = one.config.warmup_max_lr === null ? "1x" : pick(one.config.warmup_max_lr, group);
      return late(warmup({ ...climbOf(one.config), from, to, plan: after(one.config, to, from) }));
    });

const warmupCosines: Port<Warmup> = (one) => {
  const { total_num_steps, warmup_min_ratio = 0, cos_min_ratio = 0.0001 } = one.config;
  const climb = climbOf(one.config);
  const over = Math.max(1, total_num_steps - climb.over);
  // The decay's own first step is the second of its curve.
  const plan = shift({ plan: warmupCosine({ warmup: 0, over, to: `${cos_min_ratio}x` }), by: 1 });
  // Its constructor sets 0, whatever the ratio says.
  const built = constant({ value: 0, over: 1 });
  return each(one, () => sequence(built, warmup({ ...climb, from: `${warmup_min_ratio}x`, plan })));
};

/** What a user of DeepSpeed writes. */
export const deepspeed: Ports = {
  LRRangeTest: rangeTests,
  OneCycle: oneCycle,
  WarmupLR: warmups((_, to) => constant({ value: to })),
  WarmupDecayLR: warmups(({ total_num_steps, ...config }, from, to) =>
    linear({ from, to, over: Math.max(0, total_num_steps - climbOf({ ...config, total_num_steps }).over) }),
  ),
  WarmupCosineLR: warmupCosines,
};
