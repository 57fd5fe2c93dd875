import { limitOf } from "../../../controllers/cut.ts";
import { type Plateau, plateauReducer } from "../../../controllers/plateau.ts";
import { shortest } from "../../print/shortest.ts";
import type { Shape } from "../idiom.ts";
import { fieldsOf, type PlateauFields } from "./plateauOf.ts";

/** In what a framework's controller, as a plateau of ours, is another one than was asked for; nothing where it is the same. */
export function departures(
  own: PlateauFields,
  means: Plateau,
  shape: Pick<Shape, "base" | "steps">,
): readonly string[] {
  const theirs = fieldsOf(means);
  const said: string[] = [];
  if (theirs.mode !== own.mode) said.push(`it watches for mode "${theirs.mode}", and not for "${own.mode}"`);
  const [asked, there] = [toleranceOf(own), toleranceOf(theirs)];
  if (asked !== there) said.push(`a metric has to beat the best by ${asked}, and there by ${there}`);
  if (theirs.accumulate !== own.accumulate)
    said.push(`it does not average ${own.accumulate} metrics before one is judged`);
  if (theirs.nonFinite !== own.nonFinite) said.push("a metric that is not finite is a bad one there, and not skipped");
  const least = own.patience + 1 + own.cooldown;
  const most = Math.min(MOST_CUTS, shape.steps / least);
  const [rates, others] = [cutsOf(own, shape.base, most), cutsOf(theirs, shape.base, most)];
  const first = rates.findIndex((rate, i) => Math.abs(rate - (others[i] as number)) > 1e-12 * rate);
  if (first >= 0) {
    const [here, differs] = [rates[first], others[first]].map((rate) => shortest(Number(rate?.toPrecision(3))));
    said.push(`its ${ordinal(first + 1)} cut comes to ${differs}, and not to ${here}`);
  }
  return said;
}

/** How many cuts are looked at where a run does not say how many it has. */
const MOST_CUTS = 1_000;

/** The rates after each cut of a rate that nothing else changes. */
function cutsOf(fields: PlateauFields, base: number, count: number): readonly number[] {
  const rates: number[] = [];
  const minRate = limitOf(fields.minRate, 0);
  const eager: PlateauFields = { ...fields, minRate, patience: 0, cooldown: 0, accumulate: 1, nonFinite: "bad" };
  let state = plateauReducer.start([1]);
  for (let i = 0; i < count; i++) {
    const rate = base * (state.scales[0] as number);
    state = plateauReducer.next(eager, state, Number.NaN, [rate]).state;
    const next = base * (state.scales[0] as number);
    rates.push(next);
    if (next === 0) break;
  }
  return rates;
}

/** By how much a metric must beat the best, in words. */
function toleranceOf({ rtol, atol }: PlateauFields): string {
  const [share = 0, amount = 0] = (rtol ?? atol) === undefined ? [1e-4] : [rtol, atol];
  if (share === 0) return shortest(amount);
  return `${shortest(share)} of it${amount > 0 ? ` and ${shortest(amount)}` : ""}`;
}

function ordinal(count: number): string {
  const last = count % 100 > 10 && count % 100 < 14 ? 0 : count % 10;
  return `${count}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}
