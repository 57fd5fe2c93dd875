import {
  clamp,
  constant,
  linear,
  type Plan,
  powerLaw,
  sequence,
  type WsdDecay,
  warmup,
  warmupConstant,
  warmupCosine,
  warmupLinear,
  wsd,
} from "anneal";

/** How the rate falls, by the names in `--lr-decay-style`. */
export const STYLES = ["constant", "linear", "cosine", "inverse-square-root", "WSD"] as const;

/** How it falls at the end of WSD, by the names in `--lr-wsd-decay-style`. */
export const WSD_STYLES = ["exponential", "linear", "cosine", "minus_sqrt"] as const;

/** The rate's options, all lengths on the clock of the plan. */
export interface Rates {
  readonly initial: number;
  readonly least: number;
  readonly warmup: number;
  readonly decay: number;
  readonly style: (typeof STYLES)[number];
  readonly wsdDecay: number;
  readonly wsdStyle: (typeof WSD_STYLES)[number];
  /** How long one sample is. */
  readonly sample: number;
}

const CURVES: Readonly<Record<Rates["wsdStyle"], WsdDecay>> = {
  exponential: "exponential",
  linear: "linear",
  cosine: "cosine",
  minus_sqrt: "sqrt",
};

/** The rate as a plan; `"1x"` is `--lr`. */
export function ratesPlan(rates: Rates): Plan {
  const { initial: from, least: to, warmup: over, decay, style, sample } = rates;
  if (style === "constant") return warmupConstant({ warmup: over, from });
  if (style === "linear") return warmupLinear({ warmup: over, from, to, over: decay - over });
  if (style === "cosine") return warmupCosine({ warmup: over, from, to, over: decay - over });
  if (style === "WSD") return staged(rates);
  // Without a warm-up it counts from the first sample.
  const curve = powerLaw({ from: "1x", every: over || sample, power: -0.5 });
  const first = constant({ value: "1x", over: sample });
  const plan = clamp({ plan: over ? curve : sequence(first, curve), min: to });
  // The sample of the horizon itself is still on the curve.
  return sequence({ plan: warmup({ plan, over, from }), until: decay + sample }, constant({ value: to }));
}

function staged({ initial: from, least: to, warmup: over, decay: horizon, wsdDecay: decay, ...rates }: Rates): Plan {
  const decayCurve = CURVES[rates.wsdStyle];
  const stable = horizon - decay + (decay === 0 ? rates.sample : 0);
  if (over <= stable) return wsd({ warmup: over, from, stable: stable - over, decay, decayCurve, to });
  // A warm-up that reaches into the decay hides its beginning.
  const plan = wsd({ warmup: 0, stable, decay, decayCurve, to });
  const climb = linear({ from, to: "1x", over });
  return sequence({ plan: climb, until: over + rates.sample }, { plan, clock: "global" });
}
