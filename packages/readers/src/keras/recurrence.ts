import { PlanError } from "anneal";

/** The rate of an epoch, from the rate of the one before. */
export type Rule = (epoch: number, rate: number) => number;

/** Epochs after this one keep its rate, so that no reading takes long. */
const LAST = 100_000;

/** Rates of every magnitude, powers of two, by which scaling is exact. */
const RATES = Array.from({ length: 16 }, (_, i) => 2 ** (4 - 3 * i));

/** The epochs that are looked at: the first ones, and some of every magnitude. */
const EPOCHS = [...Array.from({ length: 100 }, (_, epoch) => epoch), 150, 200, 300, 500, 1000, 2000, 5000, 1e4, LAST];

/** Those of these epochs that a rule knows: a list of rates ends. */
function knownTo(rule: Rule): readonly number[] {
  return EPOCHS.filter((epoch) => !Number.isNaN(attempt(rule, epoch, 1)));
}

/** Whether an epoch's rate depends on the one before. */
export function readsRate(rule: Rule, epoch: number): boolean {
  const first = rule(epoch, 1);
  return RATES.some((rate) => !Object.is(rule(epoch, rate), first));
}

/** Whether every epoch multiplies the rate before by a factor of its own, whatever the rate is. */
export function isRelative(rule: Rule): boolean {
  return knownTo(rule).every((epoch) => {
    const factor = rule(epoch, 1);
    return RATES.every((rate) => rule(epoch, rate) === rate * factor);
  });
}

/** Whether no epoch's rate depends on the one before. */
export function isFree(rule: Rule): boolean {
  return knownTo(rule).every((epoch) => !readsRate(rule, epoch));
}

/** The rates by epoch when a rule goes on from a rate; an epoch's part has the rate of the whole. */
export function ratesBy(rule: Rule, from: number): (epoch: number) => number {
  const known: number[] = [];
  return (time) => {
    const epoch = Math.min(Math.floor(time), LAST);
    while (known.length <= epoch) known.push(attempt(rule, known.length, known.at(-1) ?? from));
    return known[epoch] as number;
  };
}

/** Reading a schedule never throws. */
function attempt(rule: Rule, epoch: number, rate: number): number {
  try {
    return rule(epoch, rate);
  } catch (error) {
    if (error instanceof PlanError) return Number.NaN;
    throw error;
  }
}
