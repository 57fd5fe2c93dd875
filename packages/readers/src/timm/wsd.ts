import { clamp, constant, type Plan, powerLaw, product, sequence, sum, wsd } from "anneal";
import { entry, type Reader } from "../entry.ts";
import { choice, limited, nullable, number, optional } from "../parameter.ts";
import { last, optimizer, timed, warming } from "./common.ts";
import { scheduled } from "./scheduled.ts";

const above0 = limited(number, "a number above 0", (value) => value > 0);

interface Stages {
  readonly t_initial: number;
  readonly decay_t: number;
  readonly lr_min: number;
  readonly stable_fn: "constant" | "rsqrt" | "power";
  readonly stable_timescale: number | null;
  readonly stable_power: number;
  readonly decay_fn: "linear" | "1-sqrt" | "cosine" | "power" | "exp";
  readonly decay_power: number;
  readonly decay_ratio: number;
  readonly warmup_t: number;
}

/** `WSDLRScheduler`: its time begins after the warm-up. */
export const wsdLR = entry(
  {
    optimizer,
    t_initial: above0,
    decay_t: above0,
    lr_min: optional(
      limited(number, "a number from 0", (value) => value >= 0),
      0,
    ),
    stable_fn: optional(choice("constant", "rsqrt", "power"), "constant"),
    stable_timescale: nullable(number),
    stable_power: optional(above0, 0.5),
    decay_fn: optional(choice("linear", "1-sqrt", "cosine", "power", "exp"), "1-sqrt"),
    decay_power: optional(above0, 0.5),
    decay_ratio: optional(
      limited(number, "a number between 0 and 1", (value) => value > 0 && value < 1),
      0.1,
    ),
    ...warming,
    ...timed,
    ...last,
  },
  (given, reader) => {
    if (!check(given, reader)) return undefined;
    return scheduled(curveOf(given), { ...given, warmup_prefix: true }, reader);
  },
);

function check({ t_initial, decay_t, stable_fn, stable_timescale, warmup_t }: Stages, reader: Reader): boolean {
  const { context, place } = reader;
  const isLong = decay_t > t_initial;
  if (isLong) context.problem("decay_t", `at most t_initial (${t_initial})`, String(decay_t), place);
  const scale = stable_timescale ?? warmup_t;
  const isWrong = stable_fn !== "constant" && scale <= 0;
  if (isWrong) context.problem("stable_timescale", "a number above 0, or a warm-up", String(scale), place);
  return !isLong && !isWrong;
}

/** The decays that end the stable stage by themselves. */
const CURVES = { linear: "linear", cosine: "cosine", "1-sqrt": "sqrt" } as const;

function curveOf(given: Stages): Plan {
  const { t_initial, decay_t: decay, lr_min: min, stable_fn, decay_fn } = given;
  if (stable_fn === "constant" && decay_fn !== "power" && decay_fn !== "exp") {
    const plan = wsd({ warmup: 0, stable: t_initial - decay, decay, decayCurve: CURVES[decay_fn], to: min });
    return min > 0 ? clamp({ plan, min }) : plan;
  }
  const power = stable_fn === "rsqrt" ? -0.5 : -given.stable_power;
  const every = given.stable_timescale ?? given.warmup_t;
  const stable = stable_fn === "constant" ? constant({ value: "1x" }) : powerLaw({ from: "1x", every, power });
  // What is left of the stable rate, and what of the lowest is in its place.
  return sum(
    product(clamp({ plan: stable, min }), staged(given, 1, 0)),
    product(constant({ value: min }), staged(given, 0, 1)),
  );
}

function staged({ t_initial, decay_t: over, ...given }: Stages, from: number, to: number): Plan {
  const falls = {
    linear: { kind: "linear" },
    cosine: { kind: "cosine" },
    "1-sqrt": { kind: "polynomial", power: 1, k: 0.5 },
    power: { kind: "polynomial", power: 1, k: given.decay_power },
    exp: { kind: "geometric", ratio: given.decay_ratio },
  } as const;
  return sequence(constant({ value: from, over: t_initial - over }), { ...falls[given.decay_fn], from, to, over });
}
