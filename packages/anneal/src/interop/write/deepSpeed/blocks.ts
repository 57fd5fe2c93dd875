import { CosineLeaf } from "../../../kinds/cosine.ts";
import { LinearLeaf } from "../../../kinds/linear.ts";
import { LogarithmicLeaf } from "../../../kinds/logarithmic.ts";
import { PowerLawLeaf } from "../../../kinds/powerLaw.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import type { Idiom, Shape } from "../idiom.ts";
import { notesOn } from "../python/makeScheduler.ts";
import { fieldsOf, ratio, stretches } from "../stretches.ts";

/** A `scheduler` block of a configuration. */
interface Block {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly means: Plan;
}

const idiom =
  (blockOf: (all: readonly Piece[], shape: Shape) => Block | undefined): Idiom =>
  (shape) => {
    const block = blockOf(stretches(shape, true), shape);
    if (!block) return;
    const { type, params, means } = block;
    return { code: `${JSON.stringify({ scheduler: { type, params } }, null, 2)}\n`, means, notes: notesOn(shape, "") };
  };

/** The constructor sets what the first step sets again, so that everything else comes one update late. */
const late = (from: number, ...parts: readonly Plan[]): Plan => ({
  kind: "sequence",
  parts: [{ kind: "constant", value: from, over: 1 }, ...parts],
});

interface Warm {
  readonly steps: number;
  readonly type: "linear" | "log";
  readonly from: number;
  readonly to: number;
  readonly plans: readonly Plan[];
  /** What is after it. */
  readonly rest: readonly Piece[];
}

/** A warm-up from step 1 on; the logarithmic one is at its end a step earlier. */
function warmOf([first, climb, ...rest]: readonly Piece[], before?: number): Warm | undefined {
  const line = fieldsOf(climb, LinearLeaf);
  const log = fieldsOf(climb, LogarithmicLeaf);
  const { from, to, over } = line ?? log ?? { from: 0, to: 0, over: 0 };
  const steps = line ? over : over + 1;
  const begins = first && !first.leaf && first.value === (before ?? from) && climb?.start === 1;
  if (!begins || !Number.isInteger(over) || steps < 2) return;
  const plans: Plan[] = [{ kind: line ? "linear" : "logarithmic", from, to, over }];
  if (!line) plans.push({ kind: "constant", value: to, over: 1 });
  return { steps, type: line ? "linear" : "log", from, to, plans, rest };
}

/** Warm-up, or none, and the level that it comes to. */
const warmupLR = idiom((all) => {
  const warm = all.length > 1 ? warmOf(all) : undefined;
  const value = all[0]?.value as number;
  if (!warm && (all.length > 1 || all[0]?.leaf)) return;
  const { from, to, steps, type, plans }: Omit<Warm, "rest"> = warm ?? {
    from: value,
    to: value,
    steps: 2,
    type: "linear",
    plans: [],
  };
  const params = { warmup_min_lr: from, warmup_max_lr: to, warmup_num_steps: steps, warmup_type: type };
  return { type: "WarmupLR", params, means: late(from, ...plans, { kind: "constant", value: to }) };
});

/** Warm-up, and a line back to where it began. */
const warmupDecayLR = idiom((all) => {
  const warm = warmOf(all);
  const fall = warm?.rest.find(({ leaf }) => leaf);
  const { over } = fieldsOf(fall, LinearLeaf) ?? {};
  if (!warm || !over || !Number.isInteger(over)) return;
  const { from, to, steps, type, plans } = warm;
  const params = { warmup_min_lr: from, warmup_max_lr: to, warmup_num_steps: steps, warmup_type: type };
  const means = late(from, ...plans, { kind: "linear", from: to, to: from, over });
  return { type: "WarmupDecayLR", params: { total_num_steps: steps + over, ...params }, means };
});

/** Shares of the base rate, after an update at 0; the decay begins with the second step of its curve. */
const warmupCosineLR = idiom((all, { base }) => {
  const warm = warmOf(all, 0);
  const fall = warm?.rest.find(({ leaf }) => leaf);
  if (!warm || !(fall?.leaf instanceof CosineLeaf)) return;
  const { to, over } = fall.leaf.fields;
  const { steps, type, from, plans } = warm;
  const [low, end] = [ratio(from, base), ratio(to, base)];
  const plan: Plan = { kind: "cosine", from: base, to: base * end, over };
  const means = late(0, ...plans, { kind: "shift", plan, by: 1 });
  const params = { total_num_steps: steps + over, warmup_min_ratio: low, warmup_num_steps: steps, cos_min_ratio: end };
  return Number.isInteger(over)
    ? { type: "WarmupCosineLR", params: { ...params, warmup_type: type }, means }
    : undefined;
});

/** A test of the rate, which is on time. */
const lrRangeTest = idiom(([only, more]) => {
  const { from, every, rate, power, staircase } = fieldsOf(only, PowerLawLeaf) ?? {};
  if (more || power !== 1 || !from || !Number.isInteger(every)) return;
  const params = {
    lr_range_test_min_lr: from,
    lr_range_test_step_size: every,
    lr_range_test_step_rate: rate,
    lr_range_test_staircase: staircase,
  };
  const means = {
    kind: "powerLaw",
    from,
    every: every as number,
    rate: rate as number,
    power,
    staircase: staircase as boolean,
  } as const;
  return { type: "LRRangeTest", params, means };
});

/** One triangle, on time, and what comes after it. */
const oneCycle = idiom(([first, second, third, more]) => {
  const [up, down, decay] = [fieldsOf(first, LinearLeaf), fieldsOf(second, LinearLeaf), fieldsOf(third, PowerLawLeaf)];
  if (!up || !down || more || ![up.over, down.over].every(Number.isInteger)) return;
  const { from, to } = up;
  const { rate = 0, every = 0, power = -1 } = decay ?? {};
  // Its place is found as 1 + t / total - 1.
  const lost = (2 ** -52 * Math.abs(to - from) * (up.over + down.over)) / Math.min(up.over, down.over);
  if (!(lost < 1e-12 * Math.min(from, to) + 1e-15 * Math.max(from, to))) return;
  if (power !== -1 || (third?.leaf && !decay) || !Number.isInteger(every)) return;
  const params = {
    cycle_min_lr: from,
    cycle_max_lr: to,
    cycle_first_step_size: up.over,
    cycle_second_step_size: down.over,
    decay_lr_rate: rate,
    decay_step_size: every,
    cycle_momentum: false,
  };
  const parts: Plan[] = [
    { kind: "linear", from, to, over: up.over },
    { kind: "linear", from: to, to: from, over: down.over },
    { kind: "powerLaw", from, rate, every: every || 1, power },
  ];
  return { type: "OneCycle", params, means: { kind: "sequence", parts } };
});

/** All blocks that a plan may be. */
export const blocks: readonly Idiom[] = [warmupLR, warmupDecayLR, warmupCosineLR, lrRangeTest, oneCycle];
