import type { Log, LogSeries } from "anneal-readers/logs";
import type { Curve } from "../../source/curves.ts";
import { UsageError } from "../../usageError.ts";

/** A series of a log, and the curve that it was meant to follow. */
export interface Pair {
  readonly title: string;
  readonly series: LogSeries;
  readonly curve: Curve;
}

/** What is compared, and what has no counterpart. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly onlyInPlan: readonly Curve[];
  readonly onlyInLog: readonly LogSeries[];
  readonly notes: readonly string[];
}

/** Puts each series of a log beside its curve: by hyperparameter, and by group where both have several. */
export function pairsOf({ series: all }: Log, curves: readonly Curve[], group: number | undefined): Pairs {
  const pairs: Pair[] = [];
  const series = all.filter(({ blank, rows }) => blank < rows);
  const notes = all.filter((one) => !series.includes(one)).map(({ name }) => `${name}: it is NaN in all rows`);
  if (series.length === 0) throw new UsageError(`the log has no number to compare: ${notes.join("; ")}`);
  const keys = [...new Set(series.map(({ key }) => key))];
  for (const key of keys) {
    const logged = series.filter((one) => one.key === key);
    const planned = curves.filter((one) => one.key === key);
    const [first] = planned;
    if (!first) continue;
    if (planned.length > 1 && logged.length === 1 && group === undefined) {
      notes.push(
        `the log has one ${key} and the plan ${planned.length} groups: group 0 is compared; --group takes another`,
      );
    }
    for (const [i, one] of logged.entries()) {
      const own = one.group ?? (logged.length === planned.length ? i : 0);
      // A log with one rate is of the group that a user names.
      const asked = logged.length === 1 ? (group ?? own) : own;
      const curve = planned.length === 1 ? first : planned.find((each) => each.group === asked);
      if (!curve || (group !== undefined && asked !== group && logged.length > 1)) continue;
      const title =
        logged.length > 1 || planned.length > 1
          ? `${key}, ${one.group === undefined && logged.length > 1 ? one.name : `group ${asked}`}`
          : key;
      pairs.push({ title, series: one, curve });
    }
  }
  if (pairs.length === 0) throw new UsageError(nothing(series, curves, group));
  return {
    ...{ pairs, notes },
    onlyInPlan: group === undefined ? curves.filter((one) => !pairs.some(({ curve }) => curve === one)) : [],
    onlyInLog: group === undefined ? series.filter((one) => !pairs.some(({ series }) => series === one)) : [],
  };
}

function nothing(series: readonly LogSeries[], curves: readonly Curve[], group: number | undefined): string {
  const names = (all: readonly { readonly key: string }[]) => [...new Set(all.map(({ key }) => key))].join(", ");
  if (group === undefined) return `the plan has ${names(curves)}, and the log ${names(series)}`;
  const groups = Math.max(...[...curves, ...series].map((one) => one.group ?? 0));
  return `--group ${group}: expected a group from 0 to ${groups}`;
}
