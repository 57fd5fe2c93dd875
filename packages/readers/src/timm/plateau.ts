import { functions, linear, plateau } from "anneal";
import { checked } from "../checked.ts";
import { entry } from "../entry.ts";
import { choice, nullable, number, optional, whole } from "../parameter.ts";
import { last, optimizer, timed, warming } from "./common.ts";
import { noisy } from "./noisy.ts";

/** `PlateauLRScheduler`: a warm-up, then a rate that a controller cuts when a metric no longer improves. */
export const plateauLR = entry(
  {
    optimizer,
    decay_rate: optional(number, 0.1),
    patience_t: optional(whole, 10),
    threshold: optional(number, 1e-4),
    cooldown_t: optional(whole, 0),
    ...warming,
    lr_min: optional(number, 0),
    mode: optional(choice("min", "max"), "max"),
    noise_range_t: timed.noise_range_t,
    noise_type: optional(choice("normal", "uniform"), "normal"),
    noise_pct: timed.noise_pct,
    noise_std: timed.noise_std,
    noise_seed: nullable(whole),
    ...last,
  },
  (given, { context, place }) => {
    const { warmup_t: over, warmup_lr_init: from, decay_rate: factor, patience_t: patience, threshold } = given;
    const { bases = [], missing } = given.optimizer;
    for (const { name, value } of missing) context.need(name, "the optimizer's rate", value?.place ?? place);
    if (over > 0) context.note(`metrics count from epoch ${over + 1} on`, place);
    if (given.noise_range_t !== null) context.note("timm adds its noise last; here a plateau's bounds see it", place);
    const noise = { ...given, noise_seed: given.noise_seed ?? 42 };
    const { mode, cooldown_t: cooldown, lr_min: minRate } = given;
    const [base] = bases;
    return {
      program: { lr: noisy(linear({ from, to: "1x", over }), noise, over + 1, given.noise_type) },
      controllers: [checked(plateau({ mode, factor, patience, rtol: threshold, cooldown, minRate }))],
      run: { ...(base !== undefined && { base }) },
      ...(bases.length > 1 && { bases }),
      ...(given.noise_range_t !== null && { functions }),
      unit: "epoch",
    };
  },
);
