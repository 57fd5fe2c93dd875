import type { Plan } from "anneal";
import { clocked } from "../clocked.ts";
import { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { type Entry, shortName } from "../entry.ts";
import type { Section } from "../framework.ts";
import type { Found } from "../reading.ts";
import { multiplied } from "../torch/schedulers/chainedScheduler.ts";
import { torch } from "../torch/torch.ts";
import { transformers } from "../transformers/transformers.ts";
import type { Call } from "../value.ts";

/** A warm-up, and the scheduler that is stepped in its `dampening()`. */
export interface Dampened {
  readonly warmup: Call;
  readonly scheduler: Call;
}

/** How a scheduler under a warm-up is read. */
function entryOf({ name }: Call): Entry | undefined {
  return [torch, transformers]
    .map(({ entries }) => (Object.hasOwn(entries, name) ? entries[name] : undefined))
    .find(Boolean);
}

/** The schedulers that are stepped once in each `dampening()` of a warm-up that was made after them. */
export function dampenedIn({ steps = [] }: Document, own: Readonly<Record<string, Entry>>): readonly Dampened[] {
  const found = steps.flatMap(({ scheduler, count, conditions, contexts }): Dampened[] => {
    const warmup = contexts.find(({ name }) => shortName(name) === "dampening")?.of;
    const isCall = typeof scheduler === "object" && scheduler !== null && "positional" in scheduler;
    if (!warmup || !Object.hasOwn(own, warmup.name) || !isCall || !entryOf(scheduler)) return [];
    // A scheduler that is made after it would begin with the rate that it has dampened.
    const later = (warmup.place?.line ?? 0) > (scheduler.place?.line ?? 0);
    return later && count === 0 && conditions.length === 0 ? [{ warmup, scheduler }] : [];
  });
  // What is stepped in several places counts otherwise.
  return found.filter(({ scheduler }) => steps.filter((one) => one.scheduler === scheduler).length === 1);
}

/** A scheduler with its warm-up, as one schedule. */
export function dampenedSection(
  { warmup, scheduler }: Dampened,
  own: Readonly<Record<string, Entry>>,
  document: Document,
): Section {
  const name = `${shortName(scheduler.name)} and ${shortName(warmup.name)}`;
  return {
    name,
    place: scheduler.place,
    read(context) {
      const main = entryOf(scheduler)?.read(scheduler, context);
      // It is not its part alone.
      const apart = new Context(context.values, context.effort);
      const factor = own[warmup.name]?.read(warmup, apart);
      for (const one of apart.issues) context.issues.push(one);
      for (const { name: fact, why, place } of apart.needs) context.need(fact, why, place);
      if (!main || !factor) return undefined;
      context.note(`${shortName(warmup.name)} multiplies what ${shortName(scheduler.name)} makes`, warmup.place);
      const lr = productOf(main.program.lr ?? [], factor.program.lr ?? []);
      const found: Found = {
        ...main,
        program: { ...main.program, lr },
        ...(factor.functions && { functions: { ...main.functions, ...factor.functions } }),
      };
      return { ...clocked(found, scheduler, document, context), unit: "update" };
    },
  };
}

/** Both, for all groups or for each. */
function productOf(main: Plan | readonly Plan[], factor: Plan | readonly Plan[]): Plan | readonly Plan[] {
  const [all, factors] = [[main].flat(), [factor].flat()] as [Plan[], Plan[]];
  const plans = Array.from({ length: Math.max(all.length, factors.length) }, (_, i) =>
    multiplied([all[i] ?? all[0], factors[i] ?? factors[0]] as Plan[]),
  );
  return plans.length === 1 ? (plans[0] as Plan) : plans;
}
