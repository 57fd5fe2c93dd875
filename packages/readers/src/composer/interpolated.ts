import { lookUp } from "../document.ts";
import { isDictionary, isList, Unknown, type Value } from "../value.ts";

/** A value as OmegaConf gives it: `${max_seq_len}` is what stands there; what only a run has is unknown by its text. */
export function interpolated(value: Value | undefined, root: Value, depth = 0): Value | undefined {
  if (isList(value) && depth < 8) return value.map((one) => interpolated(one, root, depth + 1) ?? null);
  if (isDictionary(value) && depth < 8) {
    return new Map([...value].map(([key, one]) => [key, interpolated(one, root, depth + 1) ?? null]));
  }
  if (typeof value !== "string" || !value.includes("${")) return value;
  const [, path] = /^\$\{([\w.-]+)\}$/.exec(value) ?? [];
  const found = path === undefined ? undefined : lookUp(root, ...path.split("."));
  return found === undefined || depth >= 8 ? new Unknown(value.slice(0, 60)) : interpolated(found, root, depth + 1);
}
