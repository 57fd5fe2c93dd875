import type { Context } from "./context.ts";
import { nearest } from "./nearest.ts";
import { Call, type Dictionary, isDictionary, isList, Lambda, type Place, Unknown, type Value } from "./value.ts";

/** Where a parameter's value stands. */
export interface There {
  readonly context: Context;
  /** What it is called in messages, such as `StepLR(step_size)`. */
  readonly path: string;
  readonly place?: Place | undefined;
}

/** How one parameter of a framework's callable is read. */
export interface Parameter<T> {
  /** The value as the callable takes it; what it cannot be is told to the context, and is `undefined`. */
  read(value: Value, there: There): T | undefined;
  /** What it is when nothing is written; without one something has to be. */
  readonly fallback?: { readonly value: T };
}

/** A value that is read: asked for by name where the text does not have it, and a problem where it is none of these. */
function parameter<T>(
  expected: string,
  accept: (value: Value, there: There) => T | undefined,
  told: (value: Value) => string = describe,
): Parameter<T> {
  return {
    read(value, there) {
      const { context, path, place } = there;
      const known = value instanceof Unknown ? resolve(value, there) : value;
      if (known === undefined) return undefined;
      const before = context.missed;
      const accepted = accept(known, there);
      if (context.missed > before) return undefined;
      if (accepted === undefined && known instanceof Call && known.outcome) {
        return parameter(expected, accept, told).read(known.outcome, there);
      }
      // A flag whose default is None is left for the command line to give.
      if (accepted === undefined && known === null && value instanceof Unknown) context.need(value.name, path, place);
      else if (accepted === undefined) context.problem(path, expected, told(known), place);
      return accepted;
    },
  };
}

/** What something unknown is, or nothing and a need of each of its parts that nobody has. */
export function resolve(unknown: Unknown, { context, path, place }: There): Value | undefined {
  return context.known(unknown, ({ name, because, place: own }) => {
    context.need(name, because ? `${path}: ${because}` : path, own ?? place, unknown.name);
  });
}

const isNumber = (value: Value): value is number => typeof value === "number" && Number.isFinite(value);

/** A finite number. */
export const number: Parameter<number> = parameter("a finite number", (value) => (isNumber(value) ? value : undefined));

/** A whole number. */
export const whole: Parameter<number> = parameter("a whole number", (value) =>
  isNumber(value) && Number.isInteger(value) ? value : undefined,
);

/** Text. */
export const text: Parameter<string> = parameter("text", (value) => (typeof value === "string" ? value : undefined));

/** True or false. */
export const flag: Parameter<boolean> = parameter("true or false", (value) =>
  typeof value === "boolean" ? value : undefined,
);

/** A function of the step. */
export const rateFunction: Parameter<Lambda> = parameter(
  "a function that is arithmetic and conditions alone",
  (value) => (value instanceof Lambda ? value : undefined),
);

/** A call, which is read by whoever takes it. */
export const call: Parameter<Call> = parameter("a schedule that can be read", (value) =>
  value instanceof Call ? value : undefined,
);

/** A dictionary. */
export const dictionary: Parameter<Dictionary> = parameter("a dictionary", (value) =>
  isDictionary(value) ? value : undefined,
);

/** One of these texts. */
export function choice<const T extends string>(...choices: readonly T[]): Parameter<T> {
  const expected = choices.map((one) => JSON.stringify(one)).join(" or ");
  const told = (value: Value) => describeNear(value, choices);
  return parameter(expected, (value) => choices.find((one) => one === value), told);
}

/** A list or a tuple. */
export function list<T>(item: Parameter<T>): Parameter<readonly T[]> {
  return parameter("a list", (value, there) => {
    if (!isList(value)) return undefined;
    const before = there.context.missed;
    const items = value.map((one, i) => item.read(one, { ...there, path: `${there.path}[${i}]` }));
    // An item that is missing has been told already, and the rest is no list to judge.
    if (there.context.missed > before) return undefined;
    return items.filter((one): one is Exclude<typeof one, undefined> => one !== undefined);
  });
}

/** Any of several forms, by the first that takes the value. */
export function either<A, B>(
  first: Parameter<A>,
  is: (value: Value) => boolean,
  second: Parameter<B>,
): Parameter<A | B> {
  return {
    read: (value, there) => {
      const known = value instanceof Unknown ? resolve(value, there) : value;
      return known === undefined ? undefined : is(known) ? first.read(known, there) : second.read(known, there);
    },
  };
}

/** One value for all groups, or a list of one for each. */
export function each<T>(item: Parameter<T>): Parameter<T | readonly T[]> {
  return either(list(item), isList, item);
}

/** What may be None. */
export function nullable<T>(inner: Parameter<T>): Parameter<T | null> {
  const none: Parameter<null> = { read: () => null };
  return { ...either(none, (value) => value === null, inner), fallback: { value: null } };
}

/** What need not be written. */
export function optional<T, const D>(inner: Parameter<T>, value: D): Parameter<T | D> {
  return { ...(inner as Parameter<T | D>), fallback: { value } };
}

/** A value of a narrower kind: what else it has to be, in words and as a test. */
export function limited<T extends Value>(
  inner: Parameter<T>,
  expected: string,
  holds: (value: T) => boolean,
): Parameter<T> {
  return {
    ...inner,
    read(value, there) {
      const read = inner.read(value, there);
      if (read === undefined || holds(read)) return read;
      there.context.problem(there.path, expected, describe(read), there.place);
      return undefined;
    },
  };
}

/** What has nothing to do with the schedule. */
export const ignored: Parameter<undefined> = { read: () => undefined, fallback: { value: undefined } };

/** Any value, in safe words of at most a line. */
export function describe(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60));
  if (isList(value)) return `a list of ${value.length}`;
  if (isDictionary(value)) return "a dictionary";
  if (value instanceof Call) return `${value.name.slice(0, 60)}(…)`;
  if (value instanceof Lambda) return "a function";
  return value instanceof Unknown ? value.name.slice(0, 60) : String(value);
}

/** A value that is none of these texts, with the one that was probably meant. */
export function describeNear(value: Value, choices: readonly string[]): string {
  const near = typeof value === "string" ? nearest(value, choices) : undefined;
  return describe(value) + (near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`);
}
