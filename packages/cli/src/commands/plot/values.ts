import { csvLine } from "../../output/csvLine.ts";
import type { Drawable } from "../../source/drawable.ts";
import type { MakeOutput } from "./output.ts";

/** How many steps are written at most, and how many values of all curves together. */
const [MOST_STEPS, MOST_VALUES] = [1_000_000, 4_000_000] as const;

/** How many steps are written at once, so that a long file never is in memory as a whole. */
const ONCE = 10_000;

/** Which steps are written: so many at equal distances, and the last one. */
interface Grid {
  readonly every: number;
  readonly count: number;
  at(i: number): number;
}

function gridOf(curves: readonly Drawable[]): Grid {
  const longest = curves.reduce((most, { steps }) => Math.max(most, steps), 0);
  const every = Math.ceil(longest / Math.min(MOST_STEPS, Math.ceil(MOST_VALUES / curves.length)));
  return { every, count: Math.ceil((longest - 1) / every) + 1, at: (i) => Math.min(i * every, longest - 1) };
}

function notesOf({ every }: Grid, unit: string): readonly string[] {
  return every === 1
    ? []
    : [`values ${every} ${unit}s apart, and the last one, for there are too many to write them all`];
}

/** A row for each step, a column for each curve; empty after a curve's end. */
export const csv: MakeOutput = (curves, unit) => {
  const grid = gridOf(curves);
  const row = (i: number) => {
    const step = grid.at(i);
    return csvLine([step, ...curves.map(({ at, steps }) => (step < steps ? at(step) : null))]);
  };
  function* content(): Iterable<string> {
    yield csvLine([unit, ...curves.map(({ name }) => name)]);
    yield* pieces(grid.count, row, "");
  }
  return { content: content(), notes: notesOf(grid, unit) };
};

/** One object: `{ unit, every, steps, curves: [{ name, hyperparameter, group, values }] }`; null after a curve's end. */
export const json: MakeOutput = (curves, unit) => {
  const grid = gridOf(curves);
  function* content(): Iterable<string> {
    yield `{"unit":"${unit}","every":${grid.every},"steps":[`;
    yield* pieces(grid.count, (i) => String(grid.at(i)), ",");
    yield '],"curves":[';
    for (const [k, { name, key, group, at, steps }] of curves.entries()) {
      const head = JSON.stringify({ name, hyperparameter: key, group });
      yield `${k > 0 ? "," : ""}${head.slice(0, -1)},"values":[`;
      yield* pieces(grid.count, (i) => (grid.at(i) < steps ? String(at(grid.at(i))) : "null"), ",");
      yield "]}";
    }
    yield "]}\n";
  }
  return { content: content(), notes: notesOf(grid, unit) };
};

/** Many small texts, put together piece by piece. */
function* pieces(count: number, text: (i: number) => string, between: string): Iterable<string> {
  for (let from = 0; from < count; from += ONCE) {
    const own = Array.from({ length: Math.min(ONCE, count - from) }, (_, i) => text(from + i));
    yield (from > 0 ? between : "") + own.join(between);
  }
}
