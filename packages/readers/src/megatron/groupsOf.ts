import { number, type Parameter } from "../parameter.ts";
import { Call, isDictionary, isList } from "../value.ts";

const FIELDS = ["max_lr", "min_lr", "start_wd", "end_wd", "wd_mult"] as const;

/** What a param group has for itself, in place of the scheduler's. */
export type Group = Readonly<Partial<Record<(typeof FIELDS)[number], number>>>;

/** The param groups of an optimizer, as far as the text has them; one without anything of its own where it does not. */
export const groupsOf: Parameter<readonly Group[]> = {
  fallback: { value: [{}] },
  read(value, there) {
    const groups = value instanceof Call ? (value.named.get("params") ?? value.positional[0]) : undefined;
    const dictionaries = isList(groups) ? groups.filter(isDictionary) : [];
    if (dictionaries.length === 0) return [{}];
    return dictionaries.map((group) => {
      const own = FIELDS.flatMap((field) => {
        const written = group.get(field);
        const read = written === undefined || written === null ? undefined : number.read(written, there);
        return read === undefined ? [] : [[field, read] as const];
      });
      return Object.fromEntries(own);
    });
  },
};
