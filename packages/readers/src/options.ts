import type { Context } from "./context.ts";
import { describe, type Parameter } from "./parameter.ts";
import { type Place, Unknown, type Value } from "./value.ts";

/** What a text has for an option. */
export interface Written {
  readonly value: Value;
  /** What it is called there, such as `--lr` or `training.steps`. */
  readonly path: string;
  readonly place?: Place | undefined;
}

/** The options that a text has, by the names of the reader's parameters. */
export type Options = (name: string) => Written | undefined;

type Read<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** Options by their names, or nothing where one is missing, unknown or wrong, which is told to the context. */
export function readOptions<const P extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: P,
  options: Options,
  context: Context,
): Read<P> | undefined {
  const before = context.missed;
  const read: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const written = options(name);
    if (!written && parameter.fallback) {
      read[name] = parameter.fallback.value;
      continue;
    }
    // What is not written, and has no default, is asked for.
    const { value, path, place } = written ?? { value: new Unknown(name), path: name, place: undefined };
    read[name] = parameter.read(value, { context, path, place });
  }
  return context.missed === before ? (read as Read<P>) : undefined;
}

/** A problem with an option, for what it has to be. */
export function refuseOption(name: string, expected: string, options: Options, context: Context): void {
  const written = options(name);
  context.problem(written?.path ?? name, expected, written ? describe(written.value) : "none", written?.place);
}
