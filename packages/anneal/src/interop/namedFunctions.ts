import { radam } from "../functions/radam.ts";
import type { CustomFunction, Functions } from "../kind.ts";
import { isWritten } from "./writtenFunction.ts";

/** Functions by every name that a plan may use, and the name of each. */
export interface NamedFunctions {
  readonly functions: Functions;
  nameOf(call: CustomFunction): string;
}

/** Those that were given, each as a function of its own, and for every other name one whose values are not known. */
export function namedFunctions(given: Functions = {}): NamedFunctions {
  const all: Functions = { radam, ...given };
  const names = new Map<CustomFunction, string>([[radam, "radam"]]);
  const made = new Map<string, CustomFunction>();
  const get = (_: object, name: string): CustomFunction => {
    const call = Object.hasOwn(all, name) ? all[name] : undefined;
    if (call === radam) return radam;
    if (isWritten(call)) return call;
    const own: CustomFunction =
      made.get(name) ?? ((t, args) => (typeof call === "function" ? call(t, args) : Number.NaN));
    made.set(name, own);
    names.set(own, name);
    return own;
  };
  const functions = new Proxy({} as Functions, {
    get: get as ProxyHandler<Functions>["get"] & object,
    getOwnPropertyDescriptor: (_, name) => ({ configurable: true, value: get(_, name as string) }),
  });
  return { functions, nameOf: (call) => names.get(call) as string };
}
