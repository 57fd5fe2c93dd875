import { constant, type Level, type Plan, sequence, shift, type WsdDecay, warmup, warmupCosine, wsd } from "anneal";
import { entry } from "../entry.ts";
import { choice, nullable, number, optional } from "../parameter.ts";
import { last } from "./counts.ts";
import { found } from "./found.ts";
import { optimizer } from "./optimizer.ts";

/** How the rate climbs and falls, by transformers' names and by ours. */
const CURVES = { linear: "linear", cosine: "cosine", "1-sqrt": "sqrt" } as const;
const curve = choice("linear", "cosine", "1-sqrt");

/** `get_wsd_schedule`. */
export const getWsd = entry(
  {
    optimizer,
    num_warmup_steps: number,
    num_decay_steps: number,
    num_training_steps: nullable(number),
    num_stable_steps: nullable(number),
    warmup_type: optional(curve, "linear"),
    decay_type: optional(curve, "cosine"),
    min_lr_ratio: optional(number, 0),
    num_cycles: optional(number, 0.5),
    ...last,
  },
  (given, reader) => {
    const { context, place } = reader;
    const { num_warmup_steps: over, num_decay_steps, num_training_steps: total, num_stable_steps } = given;
    if (total === null && num_stable_steps === null) {
      context.problem("num_training_steps, num_stable_steps", "one of the two", "none", place);
      return undefined;
    }
    if (total !== null && num_stable_steps !== null) {
      context.note("num_training_steps and num_stable_steps: num_stable_steps is used", place);
    }
    const stable = num_stable_steps ?? (total as number) - over - num_decay_steps;
    const decayCurve = CURVES[given.decay_type];
    const stages = { stable, decay: num_decay_steps, decayCurve, cycles: given.num_cycles };
    const to: Level = `${given.min_lr_ratio}x`;
    // The warm-up, too, is scaled between the lowest and the highest rate.
    const climb = { over, from: to, curve: CURVES[given.warmup_type] };
    return found(warmup({ plan: afterWarmup({ ...stages, to }), ...climb }), given.optimizer, reader, total);
  },
);

interface Stages {
  readonly stable: number;
  readonly decay: number;
  readonly decayCurve: WsdDecay;
  readonly cycles: number;
  readonly to: Level;
}

function afterWarmup({ stable, decay, decayCurve, cycles, to }: Stages): Plan {
  if (stable >= 0 && (cycles === 0.5 || decayCurve !== "cosine")) {
    return wsd({ warmup: 0, stable, decay: Math.max(0, decay), decayCurve, to });
  }
  const over = Math.max(1, decay);
  const fall =
    decayCurve === "cosine"
      ? warmupCosine({ warmup: 0, over, to, cycles })
      : wsd({ warmup: 0, stable: 0, decay: over, decayCurve, to });
  const end = constant({ value: to });
  if (stable >= 0) return sequence(constant({ value: "1x", over: stable }), { plan: fall, until: stable + decay }, end);
  // With fewer steps than the stages need it enters the decay on its way.
  return shift({ plan: sequence({ plan: fall, until: decay }, end), by: -stable });
}
