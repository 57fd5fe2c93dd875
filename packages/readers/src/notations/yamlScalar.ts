import { pythonFloat } from "./pythonNumber.ts";

const BOOLEAN = /^(?:(yes|Yes|YES|true|True|TRUE|on|On|ON)|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const FLOAT =
  /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/;
const WHOLE =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][\d_]*)|[-+]?0x[\da-fA-F_]+|[-+]?[1-9][\d_]*(?::[0-5]?\d)+)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
/** What begins a scalar that is no text: a digit, a sign, a dot, `~`, or a word's first letter. */
const BEGINS = /^[-+.~\dyYnNtTfFoO]/;
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const SPECIAL = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["nan", Number.NaN],
]);

/**
 * What PyYAML reads a plain scalar as. A number without a dot, or whose exponent has no sign, is text: `1e-4`, `1e4` and
 * `1.0e4` are. `010` is octal, `1:30` counts in sixties, `1_000` is a thousand; `yes`, `on` and the like are booleans.
 */
export function yamlScalar(text: string): null | boolean | number | string {
  // Most are words and numbers as they are written everywhere.
  if (DECIMAL.test(text)) return Number(text);
  if (text !== "" && !BEGINS.test(text)) return text;
  const boolean = BOOLEAN.exec(text);
  if (boolean) return boolean[1] !== undefined;
  if (NULL.test(text)) return null;
  if (WHOLE.test(text)) return whole(text.replaceAll("_", ""));
  if (FLOAT.test(text)) return sixties(text.replaceAll("_", ""));
  const [, sign, special] = /^([-+]?)\.(inf|Inf|INF|nan|NaN|NAN)$/.exec(text) ?? [];
  if (special === undefined || (sign && /nan/i.test(special))) return text;
  const value = SPECIAL.get(special.toLowerCase()) as number;
  return sign === "-" ? -value : value;
}

/** What a scalar with a tag is, or nothing where the tag builds what is no data. */
export function taggedScalar(tag: string, text: string): ReturnType<typeof yamlScalar> | undefined {
  if (tag === "!" || tag === "!!str") return text;
  if (tag === "!!float" || tag === "!!int") return pythonFloat(text);
  return tag === "!!bool" || tag === "!!null" ? yamlScalar(text) : undefined;
}

function whole(text: string): number {
  const [, sign, digits = ""] = /^([-+]?)(.*)$/.exec(text) ?? [];
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits}` : digits;
  const size = digits.includes(":") ? sixties(digits) : Number(octal);
  return sign === "-" ? -size : size;
}

/** Numbers with colons count in sixties. */
function sixties(text: string): number {
  if (!text.includes(":")) return Number(text);
  const size = text.replace(/^[-+]/, "").split(":");
  const value = size.reduce((sum, part) => sum * 60 + Number(part), 0);
  return text.startsWith("-") ? -value : value;
}
