import type { Plan } from "anneal";
import { noteAround } from "../around.ts";
import { clocked } from "../clocked.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Section } from "../framework.ts";
import { rateOf } from "../function/rateOf.ts";
import { type OwnScheduler, optimizerGiven } from "../ownScheduler.ts";
import { rateFunction, whole } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { Lambda, type Value } from "../value.ts";
import { classes } from "./classes.ts";
import { factsOf, spread } from "./found.ts";
import { isShare } from "./lambda/isShare.ts";
import { lambdaPlan } from "./lambda/lambdaPlan.ts";
import { readParamGroups } from "./optimizer/paramGroups.ts";
import type { Building } from "./scheduler.ts";

/** The schedulers of classes that a text defines for itself, whose `get_lr` computes the rates from `last_epoch` and the base rates. */
export function own(document: Document): readonly Section[] {
  return (document.own?.() ?? []).map((scheduler) => ownSection(scheduler, document));
}

/** One of them. */
export function ownSection(scheduler: OwnScheduler, document: Document): Section {
  return {
    name: scheduler.name,
    place: scheduler.call.place,
    read(context) {
      const found = readOwn(scheduler, noteAround(document.calls, scheduler.call, context));
      return found && clocked(found, scheduler.call, document, context);
    },
  };
}

function readOwn({ call, name, rates, refused }: OwnScheduler, context: Context): Found | undefined {
  const path = `${name}.get_lr`;
  if (refused) {
    const expected = "rates that follow from self.last_epoch and self.base_lrs alone";
    context.problem(path, expected, refused.because, refused.place);
    return undefined;
  }
  const first = startOf(call.named.get("last_epoch"), path, context);
  const all = rates.map((rate) => rateFunction.read(rate, { context, path, place: call.place }));
  if (first === undefined || !all.every((one) => one !== undefined)) return undefined;
  const groups = readParamGroups(optimizerGiven(call), context);
  const building: Building = { context, groups, classes, lambdas: new Map() };
  const plans = all.map((rate, i) => planOf(rate, i, first, all.length, building, path));
  if (!plans.every((one) => one !== undefined)) return undefined;
  context.note(`${path} is read as a function of self.last_epoch and self.base_lrs`, all[0]?.place);
  const lr = plans.length === 1 ? (plans[0] as Plan) : plans;
  return { program: { lr }, ...factsOf(lr, building, call.place) };
}

/** The `last_epoch` of the first step: what the scheduler is given is an epoch that was done. */
function startOf(given: Value | undefined, path: string, context: Context): number | undefined {
  if (given === undefined) return 0;
  const done = whole.read(given, { context, path: `${path}: last_epoch` });
  return done === undefined ? undefined : done + 1;
}

/** The plan of a group: of its base rate where its rate is a share of that, else of the rates that the text has. */
function planOf(
  rate: Lambda,
  i: number,
  first: number,
  count: number,
  building: Building,
  path: string,
): Plan | undefined {
  const { context, groups } = building;
  const { text, place, numbers } = rate;
  const numbersThen = first === 0 ? numbers : [...numbers, ...numbers.map((one) => one - first)];
  const by = (bases: readonly number[]): Lambda =>
    new Lambda(text, (step) => rate.compute(step + first, ...bases), place, numbersThen);
  const unit = by(Array<number>(count).fill(1));
  if (context.build(path, place, () => unit.compute(0)) === undefined) return undefined;
  if (isShare(by, i, count, numbersThen)) return lambdaPlan(unit, building);
  if (groups.bases) return rateOf(by(spread(groups.bases, count)), context);
  for (const { name, value } of groups.missing) context.need(name, "the optimizer's rate", value?.place ?? place);
  return undefined;
}
