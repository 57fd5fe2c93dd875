import { clocked } from "../clocked.ts";
import type { Document } from "../document.ts";
import { type Entry, shortName } from "../entry.ts";
import type { Section } from "../framework.ts";
import { Call, type Place, Unknown, type Value } from "../value.ts";
import { classes } from "./classes.ts";

/** A scheduler, and where a text steps it. */
interface Stepped {
  readonly scheduler: Call;
  readonly place: Place;
}

/**
 * Schedulers of one optimizer that a text steps in successive lines of one block: together they are what a
 * ChainedScheduler would be.
 */
export function together(document: Document, chained: Entry): readonly Section[] {
  return bunchesIn(document).map((calls): Section => {
    const names = calls.map(({ name }) => shortName(name)).join(" and ");
    const { place } = calls[0] as Call;
    const named = new Map<string, Value>([["schedulers", calls]]);
    const call = new Call("torch.optim.lr_scheduler.ChainedScheduler", { named }, place);
    return {
      name: names,
      place,
      read(context) {
        context.note(
          `${names} step one after the other: each goes on from the rate that the one before it made`,
          place,
        );
        context.own = document.own;
        const found = chained.read(call, context);
        return found && clocked(found, calls[0] as Call, document, context);
      },
    };
  });
}

/** The schedulers of each such block. */
export function bunchesIn(document: Document): readonly (readonly Call[])[] {
  return bunches(steppedIn(document));
}

/** The calls of `step()` without a metric or an epoch, on schedulers of PyTorch's. */
function steppedIn({ steps = [] }: Document): readonly Stepped[] {
  return steps.flatMap(({ scheduler, place, count }) => {
    const own = scheduler instanceof Call && classes.has(scheduler.name) && count === 0;
    return own ? [{ scheduler, place }] : [];
  });
}

/** Those of one optimizer in successive lines of one block; one alone is none. */
function bunches(stepped: readonly Stepped[]): readonly (readonly Call[])[] {
  const all: { readonly calls: Call[]; last: Stepped }[] = [];
  for (const one of stepped) {
    const bunch = all.at(-1);
    if (bunch && follows(bunch.last, one)) {
      if (!bunch.calls.includes(one.scheduler)) bunch.calls.push(one.scheduler);
      bunch.last = one;
    } else all.push({ calls: [one.scheduler], last: one });
  }
  return all.map(({ calls }) => calls).filter(({ length }) => length > 1);
}

function follows(before: Stepped, next: Stepped): boolean {
  const { place: a, scheduler: one } = before;
  const { place: b, scheduler: other } = next;
  return a.column === b.column && b.line === a.line + 1 && sameOptimizer(optimizerOf(one), optimizerOf(other));
}

function optimizerOf({ name, named, positional }: Call): Value | undefined {
  return named.get("optimizer") ?? positional[classes.get(name)?.optimizer ?? 0];
}

function sameOptimizer(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || (a instanceof Unknown && b instanceof Unknown && a.name === b.name);
}
