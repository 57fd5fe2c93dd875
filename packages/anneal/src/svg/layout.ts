import type { Curve } from "./options.ts";
import type { Outline } from "./outline.ts";
import { linearScale, logScale, type Scale } from "./scale.ts";

/** One axis of values, with the curves that stand on it. */
export interface Panel {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly y: Scale;
  /** What is left out: values that are not above this. */
  readonly floor: number;
  /** Whether something is. */
  readonly hides: boolean;
  /** The numbers of its curves. */
  readonly members: readonly number[];
}

/** Below which share of the peak values are left out of a logarithmic scale. */
const LEAST = 1e-6;

/** How much room a panel has above for its name. */
const NAME = 32;

/** The panels of a picture, between two heights: one for each hyperparameter, in the order of the curves. */
export function panelsOf(
  curves: readonly Curve[],
  lines: readonly Outline[],
  log: boolean,
  [top, bottom]: readonly [top: number, bottom: number],
): readonly Panel[] {
  const names = [...new Set(curves.map(({ hyperparameter }) => hyperparameter))];
  const height = (bottom - top) / names.length;
  return names.map((name, i) => {
    const members = [...curves.keys()].filter((k) => curves[k]?.hyperparameter === name);
    let [low, high] = [1 / 0, 0];
    for (const k of members) for (const value of lines[k]?.values ?? []) high = Math.max(high, value);
    const floor = log ? high * LEAST : -1;
    let hides = false;
    for (const k of members) {
      for (const value of lines[k]?.values ?? []) {
        if (value > floor) low = Math.min(low, value);
        else hides = true;
      }
    }
    const [from, to] = [top + i * height + NAME, top + (i + 1) * height];
    return { name, top: from, bottom: to, floor, hides, members, y: scaleOf(low, high, log, to, from) };
  });
}

/** What can be divided by, and doubled. */
const [SMALLEST, LARGEST] = [1e-300, 1e307] as const;

/** The scale of values: from 0 where that is near; what differs by rounding alone is level, and in the middle. */
function scaleOf(least: number, most: number, log: boolean, bottom: number, top: number): Scale {
  const [low, high] = [least, most].map((value) => Math.min(Math.max(value, log ? SMALLEST : 0), LARGEST)) as [
    number,
    number,
  ];
  const level = !(high - low > 1e-9 * high);
  if (log) {
    const scale = most > 0 ? logScale(level ? high : low, high, bottom, top) : logScale(0.1, 1, bottom, top);
    // Between two powers of ten there may be no round value of theirs.
    return scale.ticks.length > 1 || level ? scale : { ...scale, ticks: linearScale(low, high, bottom, top).ticks };
  }
  if (level) return linearScale(0, high > 0 ? Math.max(2 * high, SMALLEST) : 1, bottom, top);
  return linearScale(low < high / 2 ? 0 : low, Math.max(high, SMALLEST), bottom, top);
}
