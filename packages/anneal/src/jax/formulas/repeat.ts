import { refuse } from "../../error.ts";
import { RepeatLeaf } from "../../kinds/repeat.ts";
import { LONGEST_LIST } from "../../limits.ts";
import { nearWhole } from "../../units.ts";
import { choose } from "../choose.ts";
import { combined, level, type Place, placed, type Stretch } from "../curve.ts";
import { growth, growthNumbers } from "../elementary/growth.ts";
import { type Building, type Formula, nested } from "../formula.ts";
import { LAST_STEP } from "../moment.ts";
import { turnNumbers, turns } from "../turns.ts";
import { multiplied } from "./combine.ts";

/** One plan over and over: by the remainder where all cycles are of one length, else cycle by cycle. */
export const repeat: Formula = nested(RepeatLeaf, (leaf, building, place, from, to) => {
  const { own, length, stretch, scale } = leaf.fields;
  if (stretch > 1) return cycles(leaf.fields, building, place, from, Math.min(to, LAST_STEP));
  const { graph, resolve } = building;
  const { origin, unit } = place;
  const inner = resolve(own, { origin: 0, unit }, 0, length / unit);
  const turn = turnNumbers(length / unit);
  const curve = {
    shape: `repeat ${graph.identity(leaf)} ${unit}`,
    numbers: [...turn, ...(scale === 1 ? [] : growthNumbers(graph, Math.log(scale)))],
    read(_: typeof graph, moment: Parameters<typeof turns>[1], numbers: Parameters<typeof turns>[2]) {
      const { count, inside } = turns(graph, moment, numbers);
      const value = choose(graph, inside, inner);
      const scaled = () => graph.multiply(value, growth(graph, { whole: count, part: 0 }, numbers.slice(turn.length)));
      return scale === 1 ? value : scaled();
    },
  };
  return [{ start: from, curve: placed(curve, origin) }];
});

/** Cycles that become longer are few: each is its plan on a slower clock. */
function cycles(
  { own, length, stretch, scale }: RepeatLeaf["fields"],
  { resolve }: Building,
  { origin, unit }: Place,
  from: number,
  to: number,
): Stretch[] {
  const starts = (i: number) => nearWhole(origin + (length * ((stretch ** i - 1) / (stretch - 1))) / unit);
  const all: Stretch[] = [];
  for (let i = 0, start = origin; start < to; i++) {
    const end = starts(i + 1);
    if (i === LONGEST_LIST) refuse("plan", `at most 100,000 cycles of a repeat in ${LAST_STEP} steps`, i + 1);
    if (end > from) {
      const slower = { origin: start, unit: unit / stretch ** i };
      for (const one of resolve(own, slower, Math.max(start, from), Math.min(end, to))) {
        const curve = scale === 1 ? one.curve : combined("product", [one.curve, level(scale ** i)], multiplied);
        all.push({ start: one.start, curve });
      }
    }
    start = end;
  }
  return all;
}
