import type { OwnScheduler } from "../ownScheduler.ts";
import type { Lambda } from "../value.ts";
import { spread } from "./found.ts";
import { Impossible } from "./impossible.ts";
import { lambdaPlan } from "./lambda/lambdaPlan.ts";
import { isShareOf, nextRate, rateBy, readRates } from "./ownRates.ts";
import type { Building, Scheduler } from "./scheduler.ts";
import { Stepper } from "./stepper.ts";

/** How many steps are measured of rates that may change at any. */
const REACH = 1000;

/** A scheduler of the text's own as a part of one of PyTorch's; nothing where it cannot be one, which is told. */
export function ownPart(own: OwnScheduler, building: Building): Scheduler | undefined {
  const { call, name, leads, closed } = own;
  const { context, groups } = building;
  const rates = readRates(own, context);
  if (!rates) return undefined;
  if (closed || call.named.has("last_epoch")) {
    const what = closed ? "one with a _get_closed_form_lr() of its own" : "one with last_epoch";
    context.problem(name, "a part whose rates are those of get_lr() from epoch 0 on", what, closed ?? call.place);
    return undefined;
  }
  const count = Math.max(rates.length, groups.count ?? 1);
  const rateAt = (i: number): Lambda => rates[i] ?? (rates[0] as Lambda);
  /** The base rates of all groups where that of one is known. */
  const basesBy = (i: number, base: number): readonly number[] => {
    const known = groups.bases ? spread(groups.bases, count) : Array<number>(count).fill(base);
    return known.slice(0, rates.length).with(Math.min(i, rates.length - 1), base);
  };
  const at = (i: number): number => Math.min(i, rates.length - 1);
  return {
    name,
    place: call.place,
    role: leads ? "leads" : "overwrites",
    reach: REACH,
    plan(i, start = "1x") {
      const unit = rateBy(rateAt(i), at(i), Array<number>(rates.length).fill(1), leads);
      return start === "1x" && isShareOf(rateAt(i), at(i), rates.length, leads, 0)
        ? lambdaPlan(unit, building)
        : undefined;
    },
    stepper: (group, i) =>
      new Stepper(group, {
        next({ rate, base, epoch }) {
          const bases = basesBy(i, base);
          const next = leads ? nextRate(rateAt(i), at(i), bases, epoch, rate) : rateAt(i).compute(epoch, ...bases);
          if (!Number.isFinite(next)) throw new Impossible("a finite rate", String(next));
          return next;
        },
      }),
  };
}
