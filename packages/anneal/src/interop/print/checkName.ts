import { refuse } from "../../error.ts";

/** The words that no function can be called, in Python or in JavaScript. */
const RESERVED =
  "False None True and arguments as assert async await break case catch class const continue debugger def default del delete do elif else enum eval except export extends false finally for from function global if implements import in instanceof interface is lambda let new nonlocal not null or package pass private protected public raise return static super switch this throw true try typeof var void while with yield".split(
    " ",
  );

/** The names that printed code uses, in one of the languages. */
export const USED: readonly string[] =
  "functions math bisect np jnp ops min max float __debug__ Math Infinity NaN undefined".split(" ");

/** What {@link isFree} accepts. */
export const FREE = "a free name of letters, digits and _, 64 at most";

/** Whether it is a name that something printed can have. */
export function isFree(name: unknown): name is string {
  return typeof name === "string" && /^[A-Za-z_]\w{0,63}$/.test(name) && ![...RESERVED, ...USED, "step"].includes(name);
}

/** The name of a printed function, or an error. */
export function checkName(name: unknown, used: readonly string[] = []): string {
  return isFree(name) && !used.includes(name) ? name : refuse("options.name", FREE, name);
}
