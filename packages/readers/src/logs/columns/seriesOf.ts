import type { LogSeries } from "../log.ts";
import type { StepOrigin } from "./chooseStep.ts";
import type { Columns } from "./columns.ts";
import type { Kept } from "./kept.ts";
import type { Written } from "./written.ts";

/** The series of a log: of each hyperparameter those with the plainest names, with their groups numbered from 0. */
export function seriesOf(
  columns: Columns,
  all: ReadonlyMap<number, Kept>,
  origin: StepOrigin | undefined,
  written: ReadonlyMap<number, Written> = new Map(),
): readonly LogSeries[] {
  const found = [...all].flatMap(([index, kept]) => {
    const { name, value } = columns.read[index] ?? {};
    return name !== undefined && value ? [{ name, ...value, kept, digits: written.get(index)?.digits }] : [];
  });
  const keys = [...new Set(found.map(({ key }) => key))].sort((a, b) => Number(b === "lr") - Number(a === "lr"));
  return keys.flatMap((key) => {
    const own = found.filter((one) => one.key === key);
    const plainest = Math.min(...own.map(({ rank }) => rank));
    const taken = columns.chosen === undefined ? own.filter(({ rank }) => rank === plainest) : own;
    // pg1 and pg2 are the first and the second group, as 0 and 1 are.
    const numbers = taken.map(({ number }) => number);
    const grouped = taken.length > 1 && numbers.every((number) => number !== undefined);
    const ordered = grouped && new Set(numbers).size === numbers.length;
    const sorted = ordered ? [...taken].sort((a, b) => (a.number ?? 0) - (b.number ?? 0)) : taken;
    return sorted.map(({ name, kept, digits }, i): LogSeries => {
      const { steps, values } = kept.read();
      const { rows, every, blank, repeated, back } = kept;
      return {
        ...{ name, key, clock: clockOf(name, steps, origin) },
        ...(ordered ? { group: i } : {}),
        ...(origin?.name === undefined ? {} : { stepName: origin.name }),
        ...digits,
        ...{ steps, rates: values, rows, every, blank, repeated, back },
      };
    });
  });
}

/** What a series' steps count: Keras writes `epoch_learning_rate` once an epoch, under the epoch's number. */
function clockOf(name: string, steps: Float64Array, origin: StepOrigin | undefined): LogSeries["clock"] {
  const isKeras = origin?.name === "step" && !origin.asked && /(?:^|\/)epoch_(?:lr|learning_rate)$/.test(name);
  const isEveryOne = steps.subarray(1).every((step, i) => step - (steps[i] as number) <= 1);
  return isKeras && isEveryOne ? "epoch" : (origin?.clock ?? "row");
}
