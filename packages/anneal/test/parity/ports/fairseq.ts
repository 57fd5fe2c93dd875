import {
  clamp,
  cosine,
  exponential,
  inverseSqrt,
  linear,
  linearWarmup,
  type Plan,
  piecewise,
  repeat,
  restarts,
  sequence,
  step,
  sum,
  triStage,
  warmup,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";
import { isRestart } from "./cycles.ts";
import { byEpochs, polynomial } from "./fairseqPolynomial.ts";

interface Fixed {
  readonly lr: readonly number[];
  readonly force_anneal: number | null;
  readonly lr_shrink: number;
  readonly warmup_updates: number;
}

interface Updates {
  readonly lr: readonly number[];
  readonly warmup_updates: number;
  readonly warmup_init_lr?: number;
  readonly min_lr?: number;
}

interface Cosine extends Updates {
  readonly t_mult: number;
  readonly lr_period_updates: number;
  readonly lr_shrink: number;
  readonly max_update: number;
}

interface TriStage {
  readonly warmup_steps?: number;
  readonly hold_steps?: number;
  readonly decay_steps?: number;
  readonly phase_ratio?: readonly number[];
  readonly max_update?: number;
  readonly init_lr_scale?: number;
  readonly final_lr_scale?: number;
}

interface Triangular {
  readonly lr: readonly number[];
  readonly max_lr: number;
  readonly lr_period_updates: number;
  readonly lr_shrink: number;
  readonly shrink_min?: boolean;
}

interface Step extends Updates {
  readonly lr_deacy_period: number;
  readonly lr_decay?: number;
}

interface Manual {
  readonly epoch2lr: string;
  readonly update2lr: string;
}

const rates = (values: Plan): Ported => ({ program: { values } });

/** What only its assertions refuse. */
const more = (ported: Ported, raises: string | undefined): Ported =>
  raises?.startsWith("Assertion") ? { ...ported, differs: { as: "moreAccepted" } } : ported;

const fixed: Port<Fixed> = ({ config, updatesPerEpoch }) => {
  const { lr, force_anneal, lr_shrink, warmup_updates: over } = config;
  const listed = piecewise({
    from: lr[0] as number,
    at: lr.slice(1).map((_, i) => `${i + 1} epochs` as const),
    to: lr.slice(1),
  });
  const first = (lr.at(-1) as number) * lr_shrink;
  const shrunk = exponential({ from: first, factor: lr_shrink, every: "1 epochs", staircase: true });
  const plan = force_anneal ? sequence({ plan: listed, until: `${force_anneal - 1} epochs` }, shrunk) : listed;
  return {
    ...rates(over > 0 ? linearWarmup({ plan, over }) : plan),
    run: { stepsPerEpoch: updatesPerEpoch as number },
  };
};

const cosines: Port<Cosine> = ({ config, raises, fault }) => {
  const { lr, warmup_updates: over, warmup_init_lr: init = -1, min_lr: to = 0, t_mult: growth, lr_shrink } = config;
  if (lr.length > 1) return { differs: { as: "otherOptions" } };
  const period = config.lr_period_updates > 0 ? config.lr_period_updates : config.max_update - over;
  const wave = cosine({ from: "1x", to, over: period });
  const plan = restarts({ plan: wave, growth, factor: lr_shrink, toFactor: lr_shrink });
  const ported = rates(warmup({ plan, over, from: init < 0 ? to : init }));
  if (raises) return period > 0 ? more(ported, raises) : ported;
  const at = (position: number): boolean => isRestart(position - over, period, growth);
  return fault === undefined ? ported : { ...ported, differs: { as: "cycleByLogarithm", at } };
};

const triStages: Port<TriStage> = ({ config, raises }) => {
  const { phase_ratio, max_update = 0, init_lr_scale = 0.01, final_lr_scale = 0.01 } = config;
  const [warm = 0, hold = 0, decay = 0] = phase_ratio
    ? phase_ratio.map((ratio) => Math.trunc(max_update * ratio))
    : [config.warmup_steps, config.hold_steps, config.decay_steps];
  const ported = rates(triStage({ warmup: warm, hold, decay, from: `${init_lr_scale}x`, to: `${final_lr_scale}x` }));
  return raises?.startsWith("Zero") ? { ...ported, differs: { as: "zeroLength" } } : more(ported, raises);
};

const triangular: Port<Triangular> = ({ config, raises }) => {
  const { max_lr: top, lr_period_updates, lr_shrink: scale, shrink_min } = config;
  const [min, half] = [config.lr[0] as number, Math.floor(lr_period_updates / 2)];
  const triangles = (foot: number, tip: number, scale: number): Plan => {
    const up = linear({ from: foot, to: tip, over: half });
    return repeat({ plan: sequence(up, linear({ from: tip, to: foot, over: half })), scale });
  };
  const plan = shrink_min ? triangles(min, top, scale) : sum(triangles(0, top, scale), triangles(min, 0, 1));
  return more(rates(plan), raises);
};

const steps: Port<Step> = ({ config, raises }) => {
  const { warmup_updates: over, warmup_init_lr: init = -1, min_lr: min = 0, lr_decay: factor = 0.5 } = config;
  const plan = clamp({ plan: step({ every: config.lr_deacy_period, factor }), min });
  const ported = rates(warmup({ plan, over, from: init < 0 ? min : init }));
  return more(ported, raises);
};

/** The rates by their first update; the last one that is written for a key counts. */
function parseManual(text: string): Map<number, number> {
  const rates = new Map<number, number>();
  for (const [, key = "", rate] of text.matchAll(/'([^']+)': ([^,}]+)/g)) {
    const [first = 0, last = first] = key.split("-").map(Number);
    const keys = key.includes(",")
      ? key.split(",").map(Number)
      : Array.from({ length: last - first + 1 }, (_, i) => first + i);
    for (const each of keys) rates.set(each, Number(rate));
  }
  return rates;
}

const manual: Port<Manual> = ({ config, updatesPerEpoch }: Case<Manual>) => {
  const [epochs, updates] = [parseManual(config.epoch2lr), parseManual(config.update2lr)];
  // From its first update on, the list by updates is the only one that counts.
  const first = Math.min(...updates.keys());
  const begins = [...epochs].map(([epoch, rate]) => [(epoch - 1) * (updatesPerEpoch as number), rate] as const);
  const changes = new Map([...begins.filter(([update]) => update < first), ...updates]);
  const at = [...changes.keys()].filter((update) => update > 0).sort((a, b) => a - b);
  const to = at.map((update) => changes.get(update) as number);
  return rates(piecewise({ from: changes.get(0) ?? epochs.get(1) ?? updates.get(1) ?? "1x", at, to }));
};

/** What a user of fairseq writes. */
export const fairseq: Ports = {
  fixed,
  cosine: cosines,
  inverse_sqrt: (({ config: { lr, warmup_updates, warmup_init_lr: init = -1 } }) => {
    if (lr.length > 1) return { differs: { as: "otherOptions" } };
    return rates(inverseSqrt({ warmup: warmup_updates, from: Math.max(init, 0) }));
  }) as Port<Updates>,
  polynomial_decay: polynomial,
  "polynomial_decay by epochs": byEpochs,
  tri_stage: triStages,
  triangular,
  step: steps,
  manual,
  reduce_lr_on_plateau: { elsewhere: "controllers.test.ts" },
};
