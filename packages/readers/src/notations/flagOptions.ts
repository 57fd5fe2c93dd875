import type { Document } from "../document.ts";
import type { Options } from "../options.ts";
import { isDictionary } from "../value.ts";

/**
 * The flags of a command as options: `warmup_updates` is `--warmup-updates` or `--warmup_updates`, and `--no-x` makes x
 * false. `older` are the names under which an option may stand too, such as `{ lr: ["learning-rate"] }`.
 */
export function flagOptions(document: Document, older: Readonly<Record<string, readonly string[]>> = {}): Options {
  const { data } = document;
  if (!isDictionary(data)) return () => undefined;
  return (option) => {
    const names = [option, ...((Object.hasOwn(older, option) && older[option]) || [])];
    for (const name of names.flatMap((one) => [one.replaceAll("_", "-"), one])) {
      for (const [path, set] of [
        [`--${name}`, true],
        [`--no-${name}`, false],
      ] as const) {
        const value = data.get(path);
        if (value !== undefined) return { value: set ? value : false, path, place: document.place([path]) };
      }
    }
    return undefined;
  };
}
