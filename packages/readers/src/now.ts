import { batchesOf } from "./batchesOf.ts";
import type { Context } from "./context.ts";
import type { Course, Doing } from "./course.ts";
import { firstOf, mentions } from "./loops.ts";
import type { Condition, Loop } from "./stepped.ts";
import { Call, Unknown, type Value } from "./value.ts";

/** Why a name is not known that a loop assigns. */
const CHANGES = "it changes in a loop";

/** What can be asked for: a name, or how many of something there are. */
const FACT = /^[\w.]+$|^[\w.]+\[[^[\]()]*\]$|^len\([\w.]+\)$/;

/** What nobody can tell of the turns of loops. */
export class Undecided extends Error {}

/** How many turns the loops of a course have, as far as that is known. */
export interface Turns {
  readonly outer: number | undefined;
  readonly inner: number;
}

/** What names hold at a turn of the loops. */
export class Now {
  readonly #looped: ReadonlyMap<Call, unknown>;
  readonly #loops: readonly Loop[];
  readonly #counts: Map<string, number>;
  readonly #depths: Map<string, number>;
  readonly #turns: Map<string, number> = new Map();
  readonly #starts: Map<string, number>[] = [new Map(), new Map(), new Map()];
  /** The schedulers that are known by names alone, as far as there are any yet. */
  readonly #made: Map<string, Call | null>;
  #epoch = 0;

  constructor(
    { loops, doings, looped }: Course,
    turns: Turns,
    private readonly context: Context,
  ) {
    // An expression may have how many batches there are.
    if (loops[1]) this.#turns.set(batchesOf(loops[1], context).name, turns.inner);
    this.#looped = looped;
    this.#loops = loops;
    const names = doings.flatMap(({ step }) => nameOf(step?.scheduler) ?? []);
    this.#made = new Map(names.map((name) => [name, null]));
    this.#counts = new Map(loops[0]?.starts);
    this.#depths = new Map(doings.flatMap(({ count, depth }) => (count ? [[count.name, depth] as const] : [])));
  }

  /** A loop begins. */
  enter({ starts = new Map() }: Loop): void {
    for (const [name, value] of starts) if (this.#depths.get(name) === 2) this.#counts.set(name, value);
  }

  /** A turn of a loop begins. */
  turn(loop: Loop, depth: number, turn: number): void {
    for (const name of loop.variable.match(/\w+/g) ?? []) {
      const first = firstOf(loop, name);
      if (first !== undefined) this.#turns.set(name, first + turn);
    }
    this.#starts[depth] = new Map(this.#counts);
    if (depth === 1) this.#epoch = turn;
  }

  count(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? Number.NaN) + by);
  }

  /** Whether all conditions of something hold. */
  holds({ decided, depth, step }: Doing): boolean {
    return decided.every((one) => {
      const value = this.#value(one.value, depth);
      if (typeof value === "boolean" || typeof value === "number") return Boolean(value) === one.holds;
      // Whether there is a scheduler is told by what it is.
      if (step && one.text.startsWith(nameOf(step.scheduler) ?? " ")) return true;
      if (this.#isChanging(one)) this.#refuse(one);
      // What a run decides once is as it would be.
      return one.holds;
    });
  }

  /** What a step of a scheduler steps: nothing where there is none yet. */
  stepped({ step, depth }: Doing): readonly Call[] {
    const scheduler = step?.scheduler;
    if (scheduler instanceof Call) {
      if (this.#looped.has(scheduler)) throw new Undecided();
      return [scheduler];
    }
    const name = nameOf(scheduler);
    if (scheduler === undefined || name === undefined) throw new Undecided();
    const before = this.#made.get(name) ?? null;
    this.#made.set(name, null);
    const anew = this.#value(scheduler, depth);
    this.#made.set(name, before);
    const value = this.#value(scheduler, depth);
    if (value === null) return [];
    if (!(value instanceof Call) || (before && before !== value)) throw new Undecided();
    // What is made when others have been stepped begins with their rates.
    if (anew === value && this.#looped.has(value) && this.#epoch > 0) throw new Undecided();
    this.#made.set(name, value);
    return [value];
  }

  /** What a step is told: a number, if that is known. */
  told({ step, depth }: Doing): number | undefined {
    const value = step?.value === undefined ? undefined : this.#value(step.value, depth);
    return typeof value === "number" ? value : undefined;
  }

  #value(value: Value, depth: number): Value | undefined {
    if (!(value instanceof Unknown)) return value;
    if (!value.compute) return this.#leaf(value, depth);
    const computed = value.compute((part) => this.#value(part, depth));
    return computed === undefined ? undefined : this.#value(computed, depth);
  }

  #leaf(unknown: Unknown, depth: number): Value | undefined {
    const { name } = unknown;
    const counted = this.#depths.get(name);
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    if (counted === undefined) return this.#turns.get(name) ?? this.context.known(unknown);
    // A name that is counted in the same turn is what it was at its beginning, and what is added to that.
    const counts = counted === 2 && depth < 2 ? this.#counts : this.#starts[counted];
    const count = counts?.get(name);
    return Number.isNaN(count) ? undefined : count;
  }

  /** What a turn decides and nobody knows is asked for, where it is facts. */
  #refuse({ value, text }: Condition): never {
    const missing: Unknown[] = [];
    const look = (one: Value): undefined => {
      if (!(one instanceof Unknown)) return undefined;
      if (one.compute) one.compute((part) => look(part));
      else if (!this.#turns.has(one.name) && !this.#depths.has(one.name)) {
        if (this.context.known(one) === undefined) missing.push(one);
      }
      return undefined;
    };
    look(value);
    if (missing.every(({ name, because }) => because !== CHANGES && FACT.test(name))) {
      for (const { name, place } of missing) this.context.need(name, `when ${text}`, place);
    }
    throw new Undecided();
  }

  /** Whether turns make it what it is. */
  #isOf({ name, because }: Unknown): boolean {
    return because === CHANGES || this.#depths.has(name) || this.#loops.some((loop) => mentions(name, loop));
  }

  #isChanging({ value }: Condition): boolean {
    let changes = false;
    const look = (one: Value): undefined => {
      if (!(one instanceof Unknown)) return undefined;
      if (this.#isOf(one)) changes = true;
      one.compute?.((part) => look(part));
      return undefined;
    };
    look(value);
    return changes;
  }
}

function nameOf(scheduler: Value | undefined): string | undefined {
  return scheduler instanceof Unknown && /^[\w.]+$/.test(scheduler.name) ? scheduler.name : undefined;
}
