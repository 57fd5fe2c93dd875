import { type Ask, isDictionary, isList, type Place, Unknown, type Value } from "../value.ts";

/** The most operations that are remembered of one expression over something unknown. */
const LONGEST = 10_000;
/** How deep they are nested at most. */
const DEEPEST = 300;
/** The most values from outside that a function's expression reads. */
const MOST_FREE = 200;

/** What is computed from something unknown, and remembers how. */
export class Derived extends Unknown {
  constructor(
    name: string,
    place: Place | undefined,
    compute: ((ask: Ask) => Value | undefined) | undefined,
    readonly size: number,
    readonly depth: number,
    /** What it reads from outside the function whose parameters it is computed from; undefined where it is of none. */
    readonly free?: readonly Unknown[],
    because?: string,
  ) {
    super(name, place, because, compute);
  }
}

/** A parameter of a function that is being read. */
export function parameterOf(name: string, place: Place): Derived {
  return new Derived(name, place, undefined, 1, 0, []);
}

/** What cannot be computed, such as a division by zero, and why. */
export class Failure {
  constructor(readonly because: string) {}
}

/** What an operation on known values gives. */
export type Outcome = Value | Failure;

/** Where an operation stands and how it is written. */
export interface Written {
  readonly name: string;
  readonly place: Place;
}

/** An operation on values: its value, or something unknown that remembers it where an operand is unknown. */
export function lift(
  operands: readonly Value[],
  written: () => Written,
  operation: (...known: readonly Value[]) => Outcome,
): Value {
  if (!operands.some(isUnknown)) return settled(operation(...operands), written);
  const compute = (ask: Ask): Value | undefined => {
    const known: Value[] = [];
    let missing = false;
    for (const operand of operands) {
      const value = settle(operand, ask);
      if (value === undefined) missing = true;
      else known.push(value);
    }
    return missing ? undefined : settled(operation(...known), written);
  };
  return derive(operands, written, compute);
}

/** One of two values by a condition; only the one that it chooses is asked for. */
export function choose(
  condition: Value,
  yes: Value,
  no: Value,
  written: () => Written,
  holds: (v: Value) => boolean,
): Value {
  if (yes === no) return yes;
  return derive([condition, yes, no], written, (ask) => {
    const known = settle(condition, ask);
    return known === undefined ? undefined : settle(holds(known) ? yes : no, ask);
  });
}

/** What asks for a chain of values one after the other, and stops at the first that decides. */
export function derive(
  operands: readonly Value[],
  written: () => Written,
  compute: (ask: Ask) => Value | undefined,
): Value {
  let size = 1;
  let depth = 0;
  const unknown: Unknown[] = [];
  for (const operand of operands) collect(operand, unknown);
  const bound = unknown.some((one) => one instanceof Derived && one.free);
  const free = new Set<Unknown>();
  for (const one of unknown) {
    size += one instanceof Derived ? one.size : 1;
    depth = Math.max(depth, one instanceof Derived ? one.depth : 0);
    if (!bound) continue;
    for (const outside of (one instanceof Derived && one.free) || [one]) free.add(outside);
  }
  const { name, place } = written();
  if (size > LONGEST || depth >= DEEPEST || free.size > MOST_FREE) {
    return new Derived(name, place, undefined, 1, 0, bound ? [] : undefined, "an expression that is too long");
  }
  return new Derived(name, place, compute, size, depth + 1, bound ? [...free] : undefined);
}

/** Something unknown under another name, by which it may be given as well. */
export function alias(unknown: Unknown, name: string, place: Place): Unknown {
  const { because, compute } = unknown;
  if (unknown.name === name || (!compute && because)) return unknown;
  const [size, depth, free] =
    unknown instanceof Derived ? [unknown.size, unknown.depth, unknown.free] : [1, 0, undefined];
  if (free || depth >= DEEPEST) return unknown;
  return new Derived(name, place, (ask) => ask(unknown), size, depth + 1);
}

/** The most operations on flags' defaults that are computed where they are read. */
const MOST_DEFAULTS = 100;

/** What something unknown is by the defaults of flags alone, which are gathered; nothing where it is more than that. */
export function byDefault(unknown: Unknown, flags: Unknown[] = []): Value | undefined {
  if (unknown instanceof Derived && unknown.size > MOST_DEFAULTS) return undefined;
  const ask: Ask = (one) => {
    if (one.note !== undefined && !flags.includes(one)) flags.push(one);
    const value = one.compute?.(ask);
    return value instanceof Unknown ? ask(value) : value;
  };
  return ask(unknown);
}

/** Lists of nothing but numbers, texts and the like, which functions look at for each of their values. */
const plain: WeakSet<object> = new WeakSet();

/** Whether a value or any in it is unknown. */
export function isUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true;
  if (isList(value) && value.length > 8) {
    if (plain.has(value)) return false;
    if (value.every((one) => typeof one !== "object" || one === null)) {
      plain.add(value);
      return false;
    }
  }
  return isList(value) ? value.some(isUnknown) : isDictionary(value) && [...value.values()].some(isUnknown);
}

function collect(value: Value, into: Unknown[]): void {
  if (value instanceof Unknown) into.push(value);
  else if (isList(value)) for (const one of value) collect(one, into);
  else if (isDictionary(value)) for (const one of value.values()) collect(one, into);
}

/** A value without anything unknown in it, or nothing. */
function settle(value: Value, ask: Ask): Value | undefined {
  if (value instanceof Unknown) return ask(value);
  if (isList(value) && isUnknown(value)) {
    const known = value.map((one) => settle(one, ask));
    return known.includes(undefined) ? undefined : (known as readonly Value[]);
  }
  if (isDictionary(value) && isUnknown(value)) {
    const known = [...value].map(([key, one]) => [key, settle(one, ask)] as const);
    return known.some(([, one]) => one === undefined) ? undefined : new Map(known as (readonly [string, Value])[]);
  }
  return value;
}

function settled(outcome: Outcome, written: () => Written): Value {
  if (!(outcome instanceof Failure)) return outcome;
  const { name, place } = written();
  return new Unknown(name, place, outcome.because);
}
