import { pythonFloat } from "./notations/pythonNumber.ts";
import { number, type Parameter, resolve } from "./parameter.ts";
import { Unknown } from "./value.ts";

/**
 * A number, or text that Python's `float(text)` reads as one: what command lines have, and YAML 1.1 where a number has an
 * exponent and no dot. `note` is told where it was text.
 */
export function numeral(note?: string): Parameter<number> {
  return {
    read(value, there) {
      const known = value instanceof Unknown ? resolve(value, there) : value;
      if (known === undefined) return undefined;
      const read = typeof known === "string" ? pythonFloat(known) : undefined;
      if (read !== undefined && note)
        there.context.note(`${there.path}: ${JSON.stringify(known)} ${note}`, there.place);
      return number.read(read ?? known, there);
    },
  };
}
