import type { Document } from "./document.ts";
import { shortName } from "./entry.ts";
import { isOptimizer } from "./loops.ts";
import type { Condition, Counted, Loop, Looped, Stepped } from "./stepped.ts";
import { Call, type Value } from "./value.ts";

/** Something that is done in loops: a scheduler's step, a count, or else an update. */
export interface Doing {
  /** How many of the loops it is in. */
  readonly depth: number;
  readonly decided: readonly Condition[];
  readonly order: number;
  readonly step?: Stepped;
  readonly count?: Counted;
}

/** One loop, or two, in which schedulers are stepped and updates are made. */
export interface Course {
  readonly loops: readonly Loop[];
  /** What is done in them, in its order. */
  readonly doings: readonly Doing[];
  /** What one turn of the innermost is, by whether anything is stepped in it. */
  readonly unit: "update" | "epoch";
  /** Whether the text shows where updates are made. */
  readonly isSeen: boolean;
  /** What is called in loops. */
  readonly looped: ReadonlyMap<Call, Looped>;
}

/** The loops that some steps of schedulers of an optimizer are made in, nothing where they are no one or two such. */
export function courseOf(
  own: readonly Stepped[],
  optimizer: Value | undefined,
  document: Document,
): Course | undefined {
  const { steps = [], counted = [], looped = new Map() } = document;
  const theirs = steps.filter(({ scheduler }) => scheduler === optimizer);
  const { optimizers, trainers } = othersIn(document);
  const seen = (theirs.length > 0 ? theirs : optimizers).filter(({ loops }) => loops.length > 0);
  const made: readonly Looped[] = seen.length > 0 ? seen : trainers;
  const longest = [...own, ...made].reduce<readonly Loop[]>(
    (a, { loops }) => (loops.length > a.length ? loops : a),
    [],
  );
  const isIn = ({ loops }: Pick<Stepped, "loops">) => loops.every((loop, i) => loop === longest[i]);
  if (longest.length === 0 || longest.length > 2 || ![...own, ...made].every(isIn)) return undefined;
  const unit = longest.length === 2 && !own.some(({ loops }) => loops.length === 2) ? "epoch" : "update";
  const deepest = made.reduce((most, { loops }) => Math.max(most, loops.length), 0);
  const updates = made.filter(({ loops }) => loops.length === deepest);
  const doings: Doing[] = [
    ...own.map((step) => ({ depth: step.loops.length, decided: step.decided, order: step.order, step })),
    // Every epoch has some, whichever of its batches make them.
    ...updates.map(({ loops, decided, order }) => ({
      depth: loops.length,
      decided: unit === "epoch" ? [] : decided,
      order,
    })),
    ...counted.filter(isIn).map((count) => ({ ...count, depth: count.loops.length, count })),
  ];
  // Where it is not seen, an update is what comes first.
  if (updates.length === 0) doings.push({ depth: longest.length, decided: [], order: -1 });
  return {
    loops: longest,
    doings: doings.toSorted((a, b) => a.order - b.order),
    unit,
    isSeen: made.length > 0,
    looped,
  };
}

/** What makes updates of an optimizer that is not seen made: its steps, and what by its name trains. */
interface Others {
  readonly optimizers: readonly Stepped[];
  readonly trainers: readonly Looped[];
}

const known: WeakMap<Document, Others> = new WeakMap();

/** They are looked for once, and not for each of a text's schedulers. */
function othersIn(document: Document): Others {
  const found = known.get(document);
  if (found) return found;
  const { steps = [], looped = new Map() } = document;
  const others = {
    optimizers: steps.filter((one) => isOptimizer(one) && !(one.scheduler instanceof Call)),
    trainers: [...looped].flatMap(([{ name }, one]) => (TRAINS.test(shortName(name)) ? [one] : [])),
  };
  known.set(document, others);
  return others;
}

const TRAINS = /^(?:\w+_)?(?:train|fit)(?!er|_?loader|_?data|ing_data)/i;
