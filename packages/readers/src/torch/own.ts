import type { Plan } from "anneal";
import { noteAround } from "../around.ts";
import { clocked } from "../clocked.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import type { Section } from "../framework.ts";
import { rateOf } from "../function/rateOf.ts";
import { type OwnScheduler, optimizerGiven } from "../ownScheduler.ts";
import { whole } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { Call, isList, type Lambda, type Value } from "../value.ts";
import { classes } from "./classes.ts";
import { factsOf, spread } from "./found.ts";
import { lambdaPlan } from "./lambda/lambdaPlan.ts";
import { readParamGroups } from "./optimizer/paramGroups.ts";
import { isShareOf, rateBy, readRates } from "./ownRates.ts";
import type { Building } from "./scheduler.ts";

/** The schedulers of classes that a text defines for itself, but for those that one of PyTorch's takes. */
export function own(document: Document): readonly Section[] {
  const all = document.own?.() ?? [];
  const taken = all.length > 0 ? takenIn(document) : new Set<Value>();
  return all.filter(({ call }) => !taken.has(call)).map((scheduler) => ownSection(scheduler, document));
}

/** What PyTorch's classes are given in lists. */
function takenIn({ calls }: Document): ReadonlySet<Value> {
  const theirs = calls.filter(({ name }) => classes.has(name));
  const values = theirs.flatMap(({ positional, named }) => [...positional, ...named.values()]);
  return new Set(values.flatMap((value) => (isList(value) ? value.filter((one) => one instanceof Call) : [])));
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

function readOwn(scheduler: OwnScheduler, context: Context): Found | undefined {
  const { call, name, leads } = scheduler;
  const path = `${name}.get_lr`;
  const first = startOf(call.named.get("last_epoch"), path, context);
  const all = readRates(scheduler, context);
  if (first === undefined || !all) return undefined;
  if (leads && first > 0) {
    context.problem(`${name}(last_epoch)`, "-1, since it leads on from a rate that is not known", String(first - 1));
    return undefined;
  }
  const groups = readParamGroups(optimizerGiven(call), context);
  const building: Building = { context, groups, classes, lambdas: new Map() };
  const plans = all.map((rate, i) => planOf(rate, i, { leads, first, count: all.length, building, path }));
  if (!plans.every((one) => one !== undefined)) return undefined;
  const from = leads ? ", self.base_lrs and the rate before" : " and self.base_lrs";
  context.note(`${path} is read as a function of self.last_epoch${from}`, all[0]?.place);
  const lr = plans.length === 1 ? (plans[0] as Plan) : plans;
  return { program: { lr }, ...factsOf(lr, building, call.place) };
}

/** The `last_epoch` of the first step: what the scheduler is given is an epoch that was done. */
function startOf(given: Value | undefined, path: string, context: Context): number | undefined {
  if (given === undefined) return 0;
  const done = whole.read(given, { context, path: `${path}: last_epoch` });
  return done === undefined ? undefined : done + 1;
}

interface How {
  readonly leads: boolean;
  readonly first: number;
  readonly count: number;
  readonly building: Building;
  readonly path: string;
}

/** The plan of a group: of its base rate where its rate is a share of that, else of the rates that the text has. */
function planOf(rate: Lambda, i: number, { leads, first, count, building, path }: How): Plan | undefined {
  const { context, groups } = building;
  const { place } = rate;
  const unit = rateBy(rate, i, Array<number>(count).fill(1), leads, first);
  if (context.build(path, place, () => unit.compute(0)) === undefined) return undefined;
  if (isShareOf(rate, i, count, leads, first)) return lambdaPlan(unit, building);
  if (groups.bases) return rateOf(rateBy(rate, i, spread(groups.bases, count), leads, first), context);
  for (const { name, value } of groups.missing) context.need(name, "the optimizer's rate", value?.place ?? place);
  return undefined;
}
