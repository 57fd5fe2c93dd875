import { mayBe } from "../answered.ts";
import { Lambda, Unknown, type Value } from "../value.ts";

/** What is a function once all that it is made of is known, or was to be one and cannot be read. */
export function isFunction(value: Value): boolean {
  if (value instanceof Unknown && WRITTEN_OUT.test(value.name)) return true;
  return mayBe(value, (one) => one instanceof Lambda);
}

/** What a function is asked for by: its own text. */
const WRITTEN_OUT = /^(?:def|lambda)\b/;
