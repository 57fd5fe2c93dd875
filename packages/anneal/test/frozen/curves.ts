import { functions, schedule } from "../../src/index.ts";
import { PLANS } from "./plans.ts";
import { RUN } from "./run.ts";
import { PLATEAU, RECURRENCES, TORCH } from "./torch.ts";

/** The value at each step or epoch. */
type Curve = Record<string, number>;

const STEPS = [
  0, 1, 2.5, 100, 749, 750, 1000, 1249, 1250, 1825, 2999, 3000, 7499, 7500, 10_424, 10_425, 12_345, 15_000, 15_275,
  19_999, 20_000, 22_500, 24_999, 25_000, 30_000,
];
const EPOCHS = [0, 1, 2, 2.5, 4, 5, 6, 12, 29, 29.999, 30, 31, 59, 60, 61, 89, 90, 99, 150];

/** What a plan of the table may name besides the library's own. */
const FUNCTIONS = {
  ...functions,
  halvings: (t: number, [every = 1, from = 1]: readonly number[]) => from * 0.5 ** Math.floor(t / every),
};

/** The rates of two groups, one curve for each. */
function byGroup(name: string, places: readonly number[], read: (place: number) => readonly number[]) {
  const rates = places.map(read);
  return [0, 1].map((group): [string, Curve] => [
    `${name}, group ${group}`,
    Object.fromEntries(places.map((place, i) => [place, rates[i]?.[group] as number])),
  ]);
}

/** Every curve at chosen places, by the name of what made it; of torch's classes for each param group. */
export function curves(): Record<string, Curve> {
  const plans = Object.entries(PLANS).map(([name, plan]): [string, Curve] => {
    const lr = schedule(plan, RUN, { functions: FUNCTIONS });
    return [name, Object.fromEntries(STEPS.map((step) => [step, lr(step)]))];
  });
  const whole = EPOCHS.filter(Number.isInteger);
  const torch = Object.entries({ ...TORCH, ...RECURRENCES }).flatMap(([name, make]) => {
    const scheduler = make(optimizer());
    return byGroup(name, name in RECURRENCES ? whole : EPOCHS, (epoch) => {
      scheduler.step(epoch);
      return scheduler.getLastLr();
    });
  });
  const plateau = PLATEAU(optimizer());
  const losses = byGroup(
    "ReduceLROnPlateau",
    Array.from({ length: 24 }, (_, i) => i),
    (i) => {
      plateau.step(1 / (1 + Math.min(i, 4)));
      return plateau.getLastLr();
    },
  );
  return Object.fromEntries([...plans, ...torch, ...losses]);
}

const optimizer = () => ({ paramGroups: [0.01, 0.3].map((lr) => ({ lr, momentum: 0.9 })) });
