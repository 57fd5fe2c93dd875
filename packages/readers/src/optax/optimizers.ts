import { constant, type Plan, product } from "anneal";
import { mayBe } from "../answered.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Entry } from "../entry.ts";
import type { Section } from "../framework.ts";
import { hyperparameter } from "../hyperparameter.ts";
import { inner } from "../inner.ts";
import { number, rateFunction } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { Call, type Lambda, type Value } from "../value.ts";
import { isFunction } from "./isFunction.ts";
import { looped } from "./looped.ts";
import { type Chain, chainsIn, type Transform } from "./transforms.ts";

type Entries = Readonly<Record<string, Entry>>;

/** The optimizers of a text whose rate is more than one schedule, or that schedule something else beside it. */
export function optimizersIn(document: Document, entries: Entries): readonly Chain[] {
  const isOne = (value: Value) => isSchedule(value, entries);
  return chainsIn(document).filter(({ transforms }) => {
    const rates = transforms.flatMap((one) => one.rates);
    if (transforms.some(({ others }) => others.some(([, value]) => isOne(value)))) return true;
    if (!rates.some(isOne)) return false;
    // A minus alone only says which way is down.
    const factors = rates.filter((rate) => rate !== 1 && rate !== -1);
    return factors.length > 1 || transforms.some(isSigned);
  });
}

/** What an own function scales by may be negative, since nothing else turns the updates round. */
const isSigned = ({ call: { name }, rates: [rate] }: Transform): boolean =>
  name.endsWith(".scale_by_schedule") && rate !== undefined && isFunction(rate);

/** The schedules and functions that an optimizer takes, which are read with it. */
export function schedulesOf({ transforms }: Chain): readonly Call[] {
  return transforms
    .flatMap(({ rates, others }) => [...rates, ...others.map(([, value]) => value)])
    .filter((value): value is Call => value instanceof Call);
}

/** How one of them is read. */
export function optimizerSection({ name, call, transforms }: Chain, document: Document, entries: Entries): Section {
  return {
    name,
    place: call.place,
    read(context) {
      const program: Record<string, Plan> = {};
      const rates = transforms.flatMap((one) => one.rates.map((rate) => planOf(rate, one.call, "learning_rate")));
      const others = transforms.flatMap((one) =>
        one.others
          .filter(([, value]) => isSchedule(value, entries))
          .map(([own, value]) => [NAMES[own] ?? hyperparameter(own), planOf(value, one.call, own)] as const),
      );
      if (context.missed > 0) return undefined;
      const lr = rateOf(rates as (Plan | number)[]);
      if (lr) program.lr = lr;
      for (const [own, plan] of others) program[own] = plan as Plan;
      const found: Found = { program, unit: "update" };
      return looped(found, document, context);

      function planOf(value: Value, { place, places }: Call, path: string): Plan | number | undefined {
        const there = { context, path: `${name}(${path})`, place: places.get(path) ?? places.get(0) ?? place };
        const known = mayBe(value, (one) => typeof one === "number") ? context.known(value) : undefined;
        if (typeof known === "number") return known;
        if (isFunction(value)) {
          const rate = rateFunction.read(value, there);
          return rate && context.build(there.path, there.place, () => functionPlan(rate, context));
        }
        const isOne = isSchedule(value, entries);
        return isOne ? inner({ entries: () => entries }).read(value, there) : number.read(value, there);
      }
    },
  };
}

/** All that the updates are multiplied by. */
function rateOf(rates: readonly (Plan | number)[]): Plan | undefined {
  const plans = rates.filter((one) => typeof one !== "number");
  const factor = rates.reduce<number>((all, one) => (typeof one === "number" ? all * Math.abs(one) : all), 1);
  if (plans.length === 0) return rates.length > 0 ? constant({ value: factor }) : undefined;
  const factors = factor === 1 ? plans : [...plans, constant({ value: factor })];
  const [only] = factors;
  return factors.length === 1 ? only : product(...factors);
}

/** A function, downwards where it is the one that turns the updates round. */
function functionPlan({ compute }: Lambda, context: Context): Plan {
  const sign = Math.sign([0, 1, 10, 100, 1000, 10_000].map((n) => compute(n)).find((value) => value !== 0) ?? 1);
  return context.custom((count) => sign * compute(count));
}

function isSchedule(value: Value, entries: Entries): boolean {
  return (value instanceof Call && Object.hasOwn(entries, value.name)) || isFunction(value);
}

/** What programs call them otherwise than optax. */
const NAMES: Readonly<Record<string, string>> = { b1: "beta1", b2: "beta2", b3: "beta3" };
