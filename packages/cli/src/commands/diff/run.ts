import { createColors } from "picocolors";
import type { CommandModule, FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { tellNotes } from "../../output/tellNotes.ts";
import { controlled } from "../../source/controlled.ts";
import { type Curve, curvesOf } from "../../source/curves.ts";
import { numberIn } from "../../source/flags.ts";
import { groupsTold } from "../../source/groupsTold.ts";
import { onOneAxis } from "../../source/onOneAxis.ts";
import { readSource } from "../../source/readSource.ts";
import type { Source } from "../../source/source.ts";
import { chart } from "../../terminal/chart.ts";
import { rate } from "../../terminal/rate.ts";
import { UsageError } from "../../usageError.ts";
import { type Comparison, compare, differing } from "./compare.ts";
import { metricOf } from "./metricOf.ts";
import { type Told, toldPair } from "./told.ts";

export const run: CommandModule["run"] = async (takes, flags, io) => {
  const idle = flags.json === true && ["log", "width", "height"].find((name) => flags[name] !== undefined);
  if (idle) throw new UsageError(`--${idle} and --json: only one of them`);
  const sources = [];
  for (const one of takes) sources.push(controlled(await readSource(one, flags, io)));
  const own = sources.map(curvesOf) as [readonly Curve[], readonly Curve[]];
  const placed = onOneAxis(own.flat());
  const [a, b] = [placed.slice(0, own[0].length), placed.slice(own[0].length)];
  const tolerance = flags.tolerance === undefined ? undefined : numberIn("--tolerance", flags.tolerance, 0, 0.5);
  const measured = compare(a, b, ["a", "b"], tolerance);
  const both = sources as [Source, Source];
  const compared = { ...measured, pairs: measured.pairs.map((one) => ({ ...one, metric: metricOf(one.key, both) })) };
  const runs = [a, b].map(([curve]) => curve?.run ?? {}) as [Curve["run"], Curve["run"]];
  const facts = differing(...runs);
  // A run that is shorter is another schedule, even where the rates are the same as long as it lasts.
  const { pairs, onlyInA, onlyInB } = compared;
  const same = pairs.every(isSame) && onlyInA.length + onlyInB.length === 0 && !facts.includes("steps");
  if (flags.json === true) {
    io.out(`${JSON.stringify({ same, ...inJson(compared, runs, facts) }, undefined, 2)}\n`);
    return same ? 0 : 1;
  }
  const [nameOfA, nameOfB] = sources.map(({ name }) => name);
  io.out(`a  ${nameOfA}\nb  ${nameOfB}\n`);
  const values = facts.map((fact) => `${fact} ${told(runs[0][fact])} and ${told(runs[1][fact])}`);
  if (facts.length > 0) io.out(io.say(`the runs differ: ${values.join(", ")}\n`));
  const isOne = new Set([...a, ...b].map((one) => titleOf([one]))).size === 1;
  // Groups that differ in the same way are told once.
  for (const set of setsOf(pairs, (pair) => toldPair(pair, pair.key, 80, (text) => text))) {
    show(set[0] as Told, isOne ? (set[0] as Told).key : titleOf(set), flags, io);
  }
  if (onlyInA.length + onlyInB.length > 0) io.out("\n");
  for (const set of setsOf(onlyInA, ({ key }) => key)) io.out(io.say(`${titleOf(set)}: only in a\n`));
  for (const set of setsOf(onlyInB, ({ key }) => key)) io.out(io.say(`${titleOf(set)}: only in b\n`));
  tellNotes(sources, io);
  return same ? 0 : 1;
};

const isSame = ({ first, metric }: Pick<Told, "first" | "metric">): boolean =>
  first === undefined && metric.length === 0;

/** What curves of one hyperparameter are called. */
const titleOf = (set: readonly Pick<Curve, "key" | "group">[]): string =>
  `${set[0]?.key}, ${groupsTold(set.map(({ group }) => group))}`;

/** Those of which the same is to be told, together. */
function setsOf<T>(all: readonly T[], what: (one: T) => string): readonly (readonly T[])[] {
  const sets = new Map<string, T[]>();
  for (const one of all) sets.set(what(one), [...(sets.get(what(one)) ?? []), one]);
  return [...sets.values()];
}

const told = (fact: unknown): string => (typeof fact === "number" ? rate(fact, 12) : JSON.stringify(fact));

function show(pair: Told, title: string, flags: FlagValues, io: Io): void {
  const columns = flags.width === undefined ? Math.min(io.columns, 120) : numberIn("--width", flags.width, 20, 1000);
  const rows = flags.height === undefined ? 12 : numberIn("--height", flags.height, 4, 200);
  io.out(`\n${toldPair(pair, title, columns, io.say)}`);
  if (pair.first === undefined) return;
  const colors = createColors(io.colors);
  const paint = (text: string, i: number) => (i === 0 ? colors.cyan(text) : colors.yellow(text));
  const series = pair.curves.map(({ at }, i) => ({ name: i === 0 ? "a" : "b", at }));
  io.out(chart(series, { columns, rows, steps: pair.steps, log: flags.log === true, paint, say: io.say }));
}

/** The documented shape: what is infinite or no number is null. */
function inJson(
  { pairs, onlyInA, onlyInB }: Omit<Comparison, "pairs"> & { readonly pairs: readonly Told[] },
  runs: readonly unknown[],
  facts: readonly string[],
): object {
  const place = ({ key, group }: Pick<Curve, "key" | "group">) => ({ key, group });
  return {
    runs: { a: runs[0], b: runs[1], differing: facts },
    curves: pairs.map(({ key, group, steps, cut, curves, cause, metric, ...measured }) => ({
      key,
      group,
      same: isSame({ first: measured.first, metric }),
      steps,
      cut,
      ...measured,
      ...(measured.first === undefined ? {} : { values: curves.map(({ at }) => at(measured.first as number)) }),
      cause: cause ?? null,
      metric,
    })),
    onlyInA: onlyInA.map(place),
    onlyInB: onlyInB.map(place),
  };
}
