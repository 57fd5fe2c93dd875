import type { Problems } from "../error.ts";

/** Reports those of the named options that are above 1. */
export function atMost1<K extends string>(
  ...names: readonly K[]
): (options: Readonly<Record<K, number>>, problems: Problems) => void {
  return (options, problems) => {
    for (const name of names) if (options[name] > 1) problems.add(name, "a number of at most 1", options[name]);
  };
}
