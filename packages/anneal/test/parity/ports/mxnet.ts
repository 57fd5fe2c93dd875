import {
  constant,
  cosine,
  exponentialDecay,
  type Level,
  type Plan,
  piecewise,
  polynomial,
  shift,
  type WarmupCurve,
  warmup,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface Options {
  /** 0 when the class is called with the 0-based update, 1 when, as by MXNet's optimizers, with the 1-based one. */
  readonly counter: 0 | 1;
  readonly base_lr: number;
  readonly warmup_steps: number;
  readonly warmup_begin_lr: number;
  readonly warmup_mode?: WarmupCurve;
}

interface Factor extends Options {
  readonly step: number;
  readonly factor: number;
  readonly stop_factor_lr: number;
}

interface Decay extends Options {
  readonly max_update: number;
  readonly final_lr: number;
  readonly pwr?: number;
}

function warmed({ config, raises }: Case<Options>, plan: Plan, clock: "local" | "global"): Ported {
  const { counter: by, base_lr: base, warmup_steps: over, warmup_begin_lr: from, warmup_mode: curve } = config;
  const values = shift({ plan: warmup({ plan, over, from, clock, ...(curve && { curve }) }), by });
  const ported = { program: { values }, run: { base } };
  return moreAccepted(raises, ported, raises?.startsWith("Zero") ? "zeroLength" : "moreAccepted");
}

/** Drops come one update after the number that is said, and go on during warm-up. */
const factor: Port<Factor> = (one) => {
  const { step: every, factor, stop_factor_lr: min } = one.config;
  return warmed(one, shift({ plan: exponentialDecay({ every, factor, min, staircase: true }), by: -1 }), "global");
};

/** What is due during warm-up happens at its end. */
const multiFactor: Port<Options & { readonly step: readonly number[]; readonly factor: number }> = (one) => {
  const { step, factor, warmup_steps } = one.config;
  const hidden = step.filter((at) => at + 1 < warmup_steps).length;
  const level = (drops: number): Level => `${factor ** drops}x`;
  const at = step.slice(hidden);
  const plan = piecewise({ from: level(hidden), at, to: at.map((_, i) => level(hidden + i + 1)) });
  return warmed(one, shift({ plan, by: -1 }), "global");
};

/** The decay ends at `max_update`, warm-up included; a longer warm-up is followed by none. */
const decay: Port<Decay> = (one) => {
  const { max_update, warmup_steps, final_lr: to, pwr: power } = one.config;
  const ends = { from: "1x", to, over: Math.max(max_update - warmup_steps, 0) } as const;
  const curve = power === undefined ? cosine(ends) : polynomial({ ...ends, power });
  return warmed(one, warmup_steps > max_update ? constant({ value: "1x" }) : curve, "local");
};

export const mxnet: Ports = {
  FactorScheduler: factor,
  MultiFactorScheduler: multiFactor,
  PolyScheduler: decay,
  CosineScheduler: decay,
};
