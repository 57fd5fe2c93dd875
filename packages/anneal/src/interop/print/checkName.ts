import { refuse } from "../../error.ts";

/** The words that no function can be called, in Python or in JavaScript. */
const RESERVED =
  "False None True and arguments as assert async await break case catch class const continue debugger def default del delete do elif else enum eval except export extends false finally for from function global if implements import in instanceof interface is lambda let new nonlocal not null or package pass private protected public raise return static super switch this throw true try typeof var void while with yield".split(
    " ",
  );

/** The name of a printed function, or an error. */
export function checkName(name: unknown): string {
  const isName = typeof name === "string" && /^[A-Za-z_]\w{0,63}$/.test(name) && !RESERVED.includes(name);
  return isName ? name : refuse("options.name", "a free name of letters, digits and _, 64 at most", name);
}
