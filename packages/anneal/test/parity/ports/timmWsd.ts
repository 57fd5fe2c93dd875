import { clamp, constant, type Plan, powerLaw, product, sequence, sum, wsd } from "../../../src/index.ts";
import type { Port } from "../port.ts";
import { type Common, ported } from "./timmCommon.ts";

interface Wsd extends Common {
  readonly t_initial: number;
  readonly decay_t: number;
  readonly stable_fn?: "constant" | "rsqrt" | "power";
  readonly stable_timescale?: number;
  readonly stable_power?: number;
  readonly decay_fn?: "linear" | "1-sqrt" | "cosine" | "power" | "exp";
  readonly decay_power?: number;
  readonly decay_ratio?: number;
}

type Fall =
  | { readonly kind: "linear" | "cosine" }
  | { readonly kind: "polynomial"; readonly power: 1; readonly k: number }
  | { readonly kind: "geometric"; readonly ratio: number };

/** How the rate falls between two levels, by the name of the function. */
const FALLS: Record<string, (config: Wsd) => Fall> = {
  linear: () => ({ kind: "linear" }),
  cosine: () => ({ kind: "cosine" }),
  "1-sqrt": () => ({ kind: "polynomial", power: 1, k: 0.5 }),
  power: ({ decay_power: k = 0.5 }) => ({ kind: "polynomial", power: 1, k }),
  exp: ({ decay_ratio: ratio = 0.1 }) => ({ kind: "geometric", ratio }),
};

/** The schedule of timm's WSDLRScheduler. */
export const timmWsd: Port<Wsd> = (one) => {
  const { t_initial, decay_t: over, lr_min: min = 0, stable_fn = "constant", stable_power = 0.5 } = one.config;
  const { decay_fn = "1-sqrt", warmup_t = 0, stable_timescale = warmup_t } = one.config;
  const fall = FALLS[decay_fn];
  if (!fall) return { differs: { as: "otherOptions" } };
  const curve = { linear: "linear", cosine: "cosine", "1-sqrt": "sqrt", power: undefined, exp: undefined } as const;
  const decayCurve = curve[decay_fn];
  const staged = (from: number, to: number): Plan =>
    sequence(constant({ value: from, over: t_initial - over }), { ...fall(one.config), from, to, over });
  const decaying = (): Plan => {
    const power = stable_fn === "rsqrt" ? -0.5 : -stable_power;
    const steady = constant({ value: "1x" });
    const stable = stable_fn === "constant" ? steady : powerLaw({ from: "1x", every: stable_timescale, power });
    return sum(product(clamp({ plan: stable, min }), staged(1, 0)), product(constant({ value: min }), staged(0, 1)));
  };
  const plan =
    stable_fn === "constant" && decayCurve
      ? clamp({ plan: wsd({ warmup: 0, stable: t_initial - over, decay: over, decayCurve, to: min }), min })
      : decaying();
  const made = ported(one, plan, { prefix: true });
  return one.raises ? { ...made, differs: { as: "moreAccepted" } } : made;
};
