import { pythonFloat, pythonInt } from "../notations/pythonNumber.ts";

const ENTRY = /^(['"])([\d,-]+)\1:([^,{}'"]+)$/;
const MOST_KEYS = 100_000;

/**
 * The rates in `--epoch2lr` or `--update2lr` by their epochs or updates: a key is "3", "1-5" or "2,4", and of one that is
 * there twice the last counts. Nothing for what fairseq does not take.
 */
export function parseRates(text: string): Map<number, number> | undefined {
  const [, inside] = /^\{(.*)\}$/s.exec(text.replace(/\s/g, "")) ?? [];
  if (inside === undefined) return undefined;
  const rates = new Map<number, number>();
  // A comma is between entries where a key begins after it.
  const entries = inside.replace(/,$/, "").split(/,(?=['"])/);
  for (const entry of inside ? entries : []) {
    const [, , key = "", value = ""] = ENTRY.exec(entry) ?? [];
    const rate = pythonFloat(value);
    const keys = keysOf(key);
    if (rate === undefined || !keys || rates.size + keys.length > MOST_KEYS) return undefined;
    for (const one of keys) rates.set(one, rate);
  }
  return rates;
}

function keysOf(key: string): readonly number[] | undefined {
  const split = key.includes(",") ? key.split(",") : key.split("-");
  const numbers = split.map((part) => pythonInt(part));
  if (numbers.some((one) => one === undefined)) return undefined;
  const [first = 0, last = first] = numbers as number[];
  if (key.includes(",")) return numbers as number[];
  if (last - first > MOST_KEYS) return undefined;
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i);
}
