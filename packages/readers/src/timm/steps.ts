import { multiStep, type Plan, piecewise, step } from "anneal";
import { entry } from "../entry.ts";
import { flag, limited, list, number, optional } from "../parameter.ts";
import { last, optimizer, timed, warming } from "./common.ts";
import { scheduled } from "./scheduled.ts";

const above0 = limited(number, "a number above 0", (value) => value > 0);
const rest = {
  decay_rate: optional(number, 1),
  ...warming,
  warmup_prefix: optional(flag, true),
  ...timed,
  ...last,
} as const;

/** `StepLRScheduler`. */
export const stepLR = entry({ optimizer, decay_t: above0, ...rest }, (given, reader) =>
  scheduled(step({ every: given.decay_t, factor: given.decay_rate }), given, reader),
);

/** `MultiStepLRScheduler`: a milestone m acts at m - 1. */
export const multiStepLR = entry({ optimizer, decay_t: list(number), ...rest }, (given, reader) => {
  const { decay_t: milestones, decay_rate: factor, warmup_t, warmup_prefix } = given;
  if (milestones.length > 0) {
    reader.context.note(`timm counts milestones from 1: the one at ${milestones[0]} acts one before`, reader.place);
  }
  // From when on the curve is seen.
  const visible = warmup_t > 0 ? (warmup_prefix ? 0 : warmup_t) : 1;
  const isPlain = milestones.every((milestone, i) => milestone > Math.max(visible + 1, milestones[i - 1] ?? 0));
  const curve = isPlain ? multiStep({ milestones, factor, first: 1 }) : passing(milestones, factor, visible);
  return scheduled(curve, given, reader);
});

/** Repeated milestones, and some that have passed before the curve is first seen. */
function passing(milestones: readonly number[], factor: number, visible: number): Plan {
  // How many have acted from a time on; the last of several at one time counts them all.
  const acted = new Map<number, number>();
  for (const [i, milestone] of milestones.toSorted((a, b) => a - b).entries()) acted.set(milestone - 1, i + 1);
  const level = (count: number) => `${factor ** count}x` as const;
  const seen = [...acted].filter(([time]) => time > visible);
  const before = [...acted].reduce((most, [time, count]) => (time > visible ? most : count), 0);
  return piecewise({
    from: level(before),
    at: seen.map(([time]) => time),
    to: seen.map(([, count]) => level(count)),
  });
}
