import { type Level, type Plan, piecewise, type Time } from "anneal";
import { type Amount, type Times, timeOf } from "./times.ts";

/** A drop at each of these times, in any order and unit, as they are seen once a warm-up is over. */
export function milestones(texts: readonly string[], gamma: number, times: Times, gate?: Amount): Plan {
  const marks = texts.map((text, i) => times.read(`milestones[${i}]`, text));
  const all = gate ? [...marks, gate] : marks;
  const isOneUnit = all.every(({ unit }) => unit === all[0]?.unit);
  const countOf = (amount: Amount): number => (isOneUnit ? amount.count : times.batches("milestones", amount));
  const level = (n: number): Level => `${Number((gamma ** n).toPrecision(15))}x`;
  const counts = new Map<number, number>();
  marks
    .map(countOf)
    .sort((a, b) => a - b)
    .forEach((count, i) => {
      counts.set(count, i + 1);
    });
  const from = gate ? countOf(gate) : 0;
  let passed = 0;
  const at: Time[] = [];
  const to: Level[] = [];
  for (const [count, n] of counts) {
    if (count <= from) passed = n;
    else {
      at.push(isOneUnit ? timeOf({ count, unit: all[0]?.unit ?? "ba" }) : count);
      to.push(level(n));
    }
  }
  return piecewise({ from: level(passed), at, to });
}
