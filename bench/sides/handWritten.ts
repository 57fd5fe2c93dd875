import { ARTICLE, COSINE } from "./article.ts";

type Rate = (step: number) => number;

/** The article's schedule as people write it by hand: a function that returns a closure over its options. */
export function warmupMultiFactor(options: typeof ARTICLE): Rate {
  return (step) => {
    if (step < options.warmup) return options.from + ((options.base - options.from) * step) / options.warmup;
    let rate = options.base;
    for (const milestone of options.milestones) if (step >= milestone) rate *= options.factor;
    return rate;
  };
}

/** Warm-up and cosine by hand, over its options. */
export function warmupCosine(options: typeof COSINE): Rate {
  return (step) => {
    if (step < options.warmup) return options.from + ((options.base - options.from) * step) / options.warmup;
    const t = (step - options.warmup) / (options.steps - options.warmup);
    return (options.base * (1 + Math.cos(Math.PI * t))) / 2;
  };
}

/** Closures over options objects, by the name that a side is started with. */
export const CLOSURES: Readonly<Record<string, () => Rate>> = {
  article: () => warmupMultiFactor(ARTICLE),
  cosine: () => warmupCosine(COSINE),
};

/** The same with every number written into the code, which no library can be. */
export const LITERALS: Readonly<Record<string, () => Rate>> = {
  article: () => (step) =>
    step < 1250 ? 0.001 + 0.0000072 * step : step < 7500 ? 0.01 : step < 15_000 ? 0.001 : step < 22_500 ? 1e-4 : 1e-5,
  cosine: () => (step) =>
    step < 1250 ? 0.001 + 0.0000072 * step : 0.005 * (1 + Math.cos(0.00013227758541430707 * (step - 1250))),
};

/** The hand-written rate that the process was started for. */
export function chosen(rates: Readonly<Record<string, () => Rate>>): Rate {
  const make = rates[process.argv[2] ?? ""];
  if (make === undefined) throw new Error(`no rate is called ${process.argv[2]}`);
  return make();
}
