import { pythonFloat } from "../notations/pythonNumber.ts";

/** What JavaScript reads as Python does. */
const PLAIN = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The number that a literal writes, or nothing for an imaginary one. */
export function numberLiteral(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  const plain = text.replaceAll("_", "").toLowerCase();
  if (/^0[xob]/.test(plain)) return Number(plain.replace(/l$/, ""));
  // Python 2's long numbers, and its octal ones.
  if (/^0\d+l?$/.test(plain)) return Number.parseInt(plain, 8);
  return pythonFloat(plain.replace(/(?<=^\d+)l$/, ""));
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
]);

const ESCAPE = /\\(\r\n|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[0-7]{1,3}|.)/gis;

/** The text that a string literal writes, or nothing where it is not complete. */
export function stringLiteral(text: string): string | undefined {
  const [whole, prefix = "", quotes = ""] = /^([a-z]{0,2})("""|'''|"|')/i.exec(text) ?? [""];
  if (whole === "" || !text.endsWith(quotes) || text.length < whole.length + quotes.length) return undefined;
  const inside = text.slice(whole.length, text.length - quotes.length);
  if (/r/i.test(prefix) || !inside.includes("\\")) return inside;
  return inside.replace(ESCAPE, (written, code: string) => {
    if (code === "\r\n") return "";
    if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
    if (/^[xuU]./.test(code)) {
      const point = Number.parseInt(code.slice(1), 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : written;
    }
    return ESCAPES.get(code) ?? written;
  });
}
