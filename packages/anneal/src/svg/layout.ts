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
const NAME = 24;

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

/** The scale of values: from 0 where that is near, and with 0 at its foot where there is nothing else. */
function scaleOf(low: number, high: number, log: boolean, bottom: number, top: number): Scale {
  if (log) return high > 0 ? logScale(low, high, bottom, top) : logScale(0.1, 1, bottom, top);
  if (low === high) return linearScale(0, 2 * low || 1, bottom, top);
  return linearScale(low < high / 2 ? 0 : low, high, bottom, top);
}
