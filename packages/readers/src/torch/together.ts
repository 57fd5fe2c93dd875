import { type Document, lookUp } from "../document.ts";
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
  return bunches(steppedIn(document)).map((calls): Section => {
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
        return chained.read(call, context);
      },
    };
  });
}

/** The calls of `step()` without a metric or an epoch, on variables that hold schedulers of PyTorch's. */
function steppedIn({ calls, data }: Document): readonly Stepped[] {
  return calls.flatMap(({ name, positional, named, place }) => {
    const variable = /^(?:__main__\.)?(\w+)\.step$/.exec(name)?.[1];
    const scheduler = variable === undefined ? undefined : lookUp(data, variable);
    const own =
      scheduler instanceof Call && classes.has(scheduler.name) && place && positional.length + named.size === 0;
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
