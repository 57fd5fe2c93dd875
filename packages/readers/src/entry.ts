import type { Context } from "./context.ts";
import { nearest } from "./nearest.ts";
import { describe, type Parameter } from "./parameter.ts";
import type { Found } from "./reading.ts";
import { type Call, isList, type Place, Unknown, type Value } from "./value.ts";

/** What {@link Entry}'s `read` has besides the arguments. */
export interface Reader {
  readonly context: Context;
  readonly place: Place | undefined;
}

/** The same, where it is a call that is read. */
export interface Called extends Reader {
  readonly call: Call;
}

/** How one callable of a framework is read. */
export interface Entry {
  read(call: Call, context: Context): Found | undefined;
}

type Arguments<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/**
 * A callable: its parameters in the framework's own order, and what it schedules.
 *
 * `read` is called only when every argument is known and of its form; the library's refusals become problems at the
 * call's place.
 */
export function entry<const P extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: P,
  read: (given: Arguments<P>, reader: Called) => Found | undefined,
): Entry {
  return {
    read(call, context) {
      const given = bind(parameters, call, context);
      const short = shortName(call.name);
      return (
        given &&
        context.build(short, call.place, () => read(given as Arguments<P>, { context, place: call.place, call }))
      );
    },
  };
}

/** A call's arguments by the parameters' names, or nothing where one is missing, unknown or wrong. */
export function bind(
  parameters: Readonly<Record<string, Parameter<unknown>>>,
  { name, positional, named, place, places }: Call,
  context: Context,
): Readonly<Record<string, unknown>> | undefined {
  const before = context.missed;
  const names = Object.keys(parameters);
  const short = shortName(name);
  const too = context.effort.call(sizeOf([...positional, ...named.values()]));
  if (too !== undefined) {
    context.problem(short, too, "more", place);
    return undefined;
  }
  if (positional.length > names.length) {
    context.problem(short, `at most ${names.length} arguments`, String(positional.length), place);
  }
  const written = new Map<string, { readonly value: Value; readonly place: Place | undefined }>();
  positional.forEach((value, i) => {
    const own = names[i];
    if (own !== undefined) written.set(own, { value, place: places.get(i) ?? place });
  });
  const open: Unknown[] = [];
  for (const [own, value] of named) {
    const there = places.get(own) ?? place;
    if (own.startsWith("**") && value instanceof Unknown && /^[\w.]+$/.test(value.name)) open.push(value);
    else if (!Object.hasOwn(parameters, own)) {
      const near = nearest(own, names);
      const received = describe(value) + (near === undefined ? "" : `; did you mean ${near}?`);
      context.problem(`${short}(${own.slice(0, 60)})`, `one of ${names.join(", ")}`, received, there);
    } else if (written.has(own)) {
      context.problem(`${short}(${own})`, "one value", "two", there);
    } else {
      written.set(own, { value, place: there });
    }
  }
  fillFrom(open, parameters, written, short, context);
  const given: Record<string, unknown> = {};
  for (const own of names) {
    const parameter = parameters[own] as Parameter<unknown>;
    const argument = written.get(own);
    const path = `${short}(${own})`;
    if (argument) given[own] = parameter.read(argument.value, { context, path, place: argument.place });
    else if (parameter.fallback) given[own] = parameter.fallback.value;
    else context.problem(path, "a value", "none", place);
  }
  return context.missed === before ? given : undefined;
}

/**
 * Arguments that a dictionary has which the text does not: those that a call cannot do without are asked for by its name
 * and theirs; what else it may have is as the caller says, or the default.
 */
function fillFrom(
  [from]: readonly Unknown[],
  parameters: Readonly<Record<string, Parameter<unknown>>>,
  written: Map<string, { readonly value: Value; readonly place: Place | undefined }>,
  short: string,
  context: Context,
): void {
  if (!from) return;
  const left: string[] = [];
  for (const [own, { fallback }] of Object.entries(parameters)) {
    const name = `${from.name}.${own}`;
    if (written.has(own) || (fallback && fallback.value === undefined)) continue;
    if (!fallback || context.given(name) !== undefined) {
      written.set(own, { value: new Unknown(name, from.place), place: from.place });
    } else left.push(own);
  }
  if (left.length === 0) return;
  context.note(`${short} takes its defaults for ${left.join(", ")}, which ${from.name} may have`, from.place);
}

/** How many values lists among these have. */
function sizeOf(values: readonly Value[]): number {
  return values.reduce<number>((sum, value) => sum + (isList(value) ? value.length : 0), 0);
}

/** The last part of a dotted name. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
