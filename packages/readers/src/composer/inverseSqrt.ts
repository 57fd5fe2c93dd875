import { constant, type Level, linear, type Plan, powerLaw, sequence, sum } from "anneal";
import { limited, number, optional, text } from "../parameter.ts";
import type { Amount, Times } from "./times.ts";
import { timeOf } from "./times.ts";

const from0 = limited(number, "a number from 0", (value) => value >= 0);

/** The arguments of llm-foundry's `InverseSquareRootWithWarmupScheduler`. */
export const inverseSqrtParameters = {
  ...{ t_warmup: text, t_scale: text, t_cooldown: text, t_max: optional(text, "1dur") },
  ...{ alpha_f_decay: optional(from0, 0), alpha_f_cooldown: optional(from0, 0) },
} as const;

interface Given {
  readonly t_warmup: string;
  readonly t_scale: string;
  readonly t_cooldown: string;
  readonly t_max: string;
  readonly alpha_f_decay: number;
  readonly alpha_f_cooldown: number;
}

/** A ramp, an inverse square root towards one floor, and a line to another at the end. */
export function inverseSqrt(given: Given, times: Times): Plan | undefined {
  const { alpha_f_decay: floor, alpha_f_cooldown: last } = given;
  if (floor < last) times.refuse("alpha_f_decay", `at least alpha_f_cooldown (${last})`, String(floor));
  const warm = times.read("t_warmup", given.t_warmup, false);
  const scale = times.readPositive("t_scale", given.t_scale);
  const cool = times.read("t_cooldown", given.t_cooldown);
  const end = times.read("t_max", given.t_max);
  const other = ([warm, cool, end] as const).find(({ unit }) => unit !== scale.unit);
  if (other || /dur$/.test(given.t_warmup + given.t_scale + given.t_cooldown)) {
    times.refuse("t_scale", "times in the unit of max_duration", given.t_scale);
    return undefined;
  }
  const x = (multiple: number): Level => `${multiple}x`;
  const time = (count: number) => timeOf({ ...scale, count } satisfies Amount);
  const start = Math.max(warm.count, end.count - cool.count);
  const lasts = start - warm.count;
  const parts: Plan[] = [];
  if (warm.count > 0) parts.push(linear({ from: 0, to: "1x", over: timeOf(warm) }));
  if (lasts > 0) {
    const falling = powerLaw({ from: x(1 - floor), every: timeOf(scale), power: -0.5 });
    const decay = floor > 0 ? sum(falling, constant({ value: x(floor) })) : falling;
    parts.push(sequence({ plan: decay, until: time(lasts) }));
  }
  const reached = floor + (1 - floor) * (1 + lasts / scale.count) ** -0.5;
  parts.push(
    cool.count > 0 ? linear({ from: x(reached), to: x(last), over: timeOf(cool) }) : constant({ value: x(reached) }),
  );
  return sequence(...parts);
}
