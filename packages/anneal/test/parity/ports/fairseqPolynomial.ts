import {
  constant,
  linear,
  type Plan,
  piecewise,
  polynomial as power,
  product,
  sequence,
  sum,
  warmupPolynomial,
} from "../../../src/index.ts";
import type { Port } from "../port.ts";

interface Polynomial {
  readonly lr: readonly number[];
  readonly force_anneal?: number | null;
  readonly warmup_updates: number;
  readonly end_learning_rate?: number;
  readonly power?: number;
  readonly total_num_update: number;
}

/** polynomial_decay with one rate. */
export const polynomial: Port<Polynomial> = ({ config, raises }) => {
  const { warmup_updates: warmup, end_learning_rate: to = 0, power = 1, total_num_update: total } = config;
  // The last update of the warm-up belongs to it, even where nothing comes after.
  const late = sequence(
    { plan: linear({ from: 0, to: "1x", over: warmup }), until: warmup + 1 },
    constant({ value: to }),
  );
  const values = warmup > 0 && warmup >= total ? late : warmupPolynomial({ warmup, over: total - warmup, to, power });
  return { program: { values }, ...(raises && { differs: { as: "moreAccepted" } as const }) };
};

/** polynomial_decay with a rate for each epoch. */
export const byEpochs: Port<Polynomial> = ({ config, updatesPerEpoch }) => {
  const { lr, force_anneal, warmup_updates: over, end_learning_rate = 0, power: exponent = 1 } = config;
  const left = config.total_num_update - over;
  // The first epoch has the second rate.
  const [from, ...next] = lr.length > 1 ? lr.slice(1) : lr;
  const peaks = piecewise({ from: from as number, at: next.map((_, i) => `${i + 1} epochs` as const), to: next });
  const stages = (climb: Plan, from: number, to: number): Plan =>
    sequence(
      { plan: climb, until: over + (left > 0 ? 0 : 1) },
      power({ from, to, over: Math.max(0, left), power: exponent }),
    );
  const values = sum(
    product(peaks, stages(linear({ from: 0, to: 1, over }), 1, 0)),
    product(constant({ value: end_learning_rate }), stages(constant({ value: 0, over }), 0, 1)),
  );
  const annealed = (update: number): boolean =>
    Math.floor(update / (updatesPerEpoch as number)) + 1 >= (force_anneal as number);
  return {
    program: { values },
    run: { stepsPerEpoch: updatesPerEpoch as number },
    ...(force_anneal && { differs: { as: "compoundsByEpoch", at: annealed } as const }),
  };
};
