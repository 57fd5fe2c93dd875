import {
  constant,
  cosine,
  fractions,
  geometric,
  linear,
  oneCycle,
  type Plan,
  piecewiseInterpolate,
  polynomial,
  restarts,
  sequence,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface Ends {
  readonly start: number;
  readonly end: number;
  readonly power?: number;
}

type Annealer = keyof typeof ANNEALERS;

interface Combined {
  readonly pcts: readonly number[];
  readonly scheds: readonly (Ends & { readonly sched: Annealer })[];
}

/** A rate for all groups, or the first group's and the last's. */
type Rate = number | readonly [number, number];

interface Fit {
  readonly n_epoch: number;
  readonly lr_max: Rate;
  readonly lr: Rate;
  readonly div: number;
  readonly div_final: number;
  readonly pct_start: number;
  readonly moms: readonly [number, number, number];
  readonly n_cycles: number;
  readonly cycle_len: number;
  readonly cycle_mult: number;
  readonly epochs: number;
  readonly base_lr: number;
  readonly freeze_epochs: number;
  readonly lr_mult: number;
}

const ALL = "100%";

const ANNEALERS = {
  SchedLin: ({ start: from, end: to }: Ends): Plan => linear({ from, to, over: ALL }),
  SchedCos: ({ start: from, end: to }: Ends): Plan => cosine({ from, to, over: ALL }),
  SchedNo: ({ start: value }: Ends): Plan => constant({ value }),
  SchedExp: ({ start: from, end: to }: Ends): Plan => geometric({ from, to, over: ALL }),
  SchedPoly: ({ start: from, end: to, power = 1 }: Ends): Plan =>
    polynomial({ from, to, over: ALL, power: 1, k: power }),
};

/** A run of one step, so that a position is a share of it. */
const run = { steps: 1 };

/** fastai holds the ends of the parts, and the place between them, in float32. */
function losesIn(pcts: readonly number[]): (share: number) => number {
  return (share) => {
    const end = (i: number): number => pcts.slice(0, i + 1).reduce((a, b) => a + b);
    const length = pcts.find((_, i) => end(i) > share) ?? pcts.at(-1) ?? 1;
    return 2 ** -22 * (1 + 12 / length);
  };
}

const annealer =
  (name: Annealer): Port<Ends> =>
  (one) => ({ program: { values: ANNEALERS[name](one.config) }, run });

const combined: Port<Combined> = ({ config: { pcts, scheds }, raises }) => {
  const plans = scheds.map(({ sched, ...ends }): Plan => ANNEALERS[sched](ends));
  return moreAccepted(raises, { program: { values: fractions({ plans, shares: pcts }) }, run, loses: losesIn(pcts) });
};

/** Through three levels on two half cosines. */
const twoCosines = (pct: number, [from, middle, end]: readonly [number, number, number]): Plan =>
  piecewiseInterpolate({ from, at: [`${100 * pct}%`, ALL], to: [middle, end], curve: "cosine" });

const combinedCos: Port<Ends & { readonly pct: number; readonly middle: number }> = ({ config }) => {
  const { pct, start, middle, end } = config;
  const values = twoCosines(pct, [start, middle, end]);
  const ported = { program: { values }, run, loses: losesIn([pct, 1 - pct]) };
  return pct === 1 ? { ...ported, differs: { as: "zeroLength", at: (share) => share === 1 } } : ported;
};

/** The rate of each group: by equal ratios from the first one's to the last one's. */
function ratesOf(rate: Rate, groups: number): readonly number[] {
  const [first, last] = typeof rate === "number" ? [rate, rate] : rate;
  const share = (group: number): number => (groups === 1 ? 1 : group / (groups - 1));
  return Array.from({ length: groups }, (_, group) => first * (last / first) ** share(group));
}

const groupsOf = (one: Case<unknown>): number => one.groups as number;
const updatesOf = (one: Case<unknown>): number => one.updatesPerEpoch as number;

/** One cycle for each group; fastai divides the peak itself by div_final. */
function cycleOf(peak: number, over: number, { div = 25, div_final = 1e5, pct_start }: Partial<Fit>): Plan {
  const { lr } = oneCycle({
    ...{ peak, over, divFactor: div, finalDivFactor: div_final / div, inclusive: false },
    ...(pct_start !== undefined && { pctStart: pct_start }),
  });
  return lr;
}

const fitOneCycle: Port<Fit> = (one) => {
  const { n_epoch, lr_max, pct_start, moms } = one.config;
  const steps = n_epoch * updatesOf(one);
  const values = ratesOf(lr_max, groupsOf(one)).map((peak) => cycleOf(peak, steps, one.config));
  const loses = losesIn([pct_start, 1 - pct_start]);
  const momentum = twoCosines(pct_start, moms);
  return { program: { values, momentum }, run: { steps }, loses: (t) => loses(t / steps) };
};

const fitFlatCos: Port<Fit> = (one) => {
  const { n_epoch, lr, pct_start, div_final } = one.config;
  const steps = n_epoch * updatesOf(one);
  const values = ratesOf(lr, groupsOf(one)).map((rate) => twoCosines(pct_start, [rate, rate, rate / div_final]));
  const loses = losesIn([pct_start, 1 - pct_start]);
  return { program: { values }, run: { steps }, loses: (t) => loses(t / steps) };
};

const fitSgdr: Port<Fit> = (one) => {
  const { n_cycles: cycles, cycle_len, lr_max, cycle_mult: growth } = one.config;
  const values = ratesOf(lr_max, groupsOf(one)).map((from) =>
    restarts({ plan: cosine({ from, to: 0, over: `${cycle_len} epochs` }), growth, cycles }),
  );
  const stepsPerEpoch = updatesOf(one);
  const lengths = Array.from({ length: cycles }, (_, i) => cycle_len * stepsPerEpoch * growth ** i);
  const steps = lengths.reduce((a, b) => a + b);
  const loses = losesIn(lengths.map((length) => length / steps));
  const ported: Ported = { program: { values }, run: { stepsPerEpoch }, loses: (t) => loses(t / steps) };
  const begins = lengths.map((_, i) => lengths.slice(0, i + 1).reduce((a, b) => a + b));
  return one.fault
    ? { ...ported, differs: { as: "fastaiRestart", at: (t) => begins.includes(t) } }
    : moreAccepted(one.raises, ported);
};

/** The last group alone first, the others at a tenth; then all of them, from a small part of half the rate to it. */
const fineTune: Port<Fit> = (one) => {
  const { epochs, base_lr, freeze_epochs, lr_mult, pct_start, div } = one.config;
  const [groups, updates] = [groupsOf(one), updatesOf(one)];
  const [frozen, rest] = [freeze_epochs * updates, epochs * updates];
  const half = base_lr / 2;
  const values = ratesOf([half / lr_mult, half], groups).map((peak, group) => {
    const first = group === groups - 1 ? base_lr : base_lr / 10;
    return sequence(cycleOf(first, frozen, { pct_start: 0.99 }), cycleOf(peak, rest, { pct_start, div }));
  });
  const momenta = [
    oneCycle({ peak: 1, over: frozen, pctStart: 0.99, inclusive: false }).momentum,
    oneCycle({ peak: 1, over: rest, pctStart: pct_start, inclusive: false }).momentum,
  ];
  const losses = [losesIn([0.99, 0.01]), losesIn([pct_start, 1 - pct_start])] as const;
  const loses = (t: number): number => (t < frozen ? losses[0](t / frozen) : losses[1]((t - frozen) / rest));
  return { program: { values, momentum: sequence(...momenta) }, loses };
};

export const fastai: Ports = {
  ...Object.fromEntries(Object.keys(ANNEALERS).map((name) => [name, annealer(name as Annealer)])),
  combine_scheds: combined,
  combined_cos: combinedCos,
  fit_one_cycle: fitOneCycle,
  fit_flat_cos: fitFlatCos,
  fit_sgdr: fitSgdr,
  fine_tune: fineTune,
};
