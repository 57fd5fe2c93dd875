import { cosine, type Plan, restarts } from "anneal";
import { type Amount, type Times, timeOf } from "./times.ts";

const MOST = 9999;
const SOME = 8;

/** Cycles whose lengths are cut to whole amounts, as many as training has. */
export function restarting(first: Amount, growth: number, alpha: number, times: Times): Plan | undefined {
  const plan = cosine({ from: "1x", to: `${alpha}x`, over: timeOf(first) });
  if (Math.trunc(first.count * growth) === first.count) return restarts({ plan });
  // What an epoch is cut to depends on its batches.
  const unit = first.unit === "ep" ? { count: times.batches("t_0", first), unit: "ba" as const } : first;
  const { duration } = times;
  const last = duration
    ? duration.unit === unit.unit
      ? duration.count
      : (times.batches("max_duration", duration) * unit.count) / times.batches("t_0", unit)
    : times.read("t_0", "1dur").count;
  let [cycles, length, end] = [0, unit.count, 0];
  // Some more than training has, so that what is read a little after its end is right too.
  while ((end <= 2 * last || cycles < SOME) && length > 0 && cycles < MOST) {
    [cycles, end] = [cycles + 1, end + length];
    length = Math.trunc(growth * length);
  }
  if (end <= last) {
    times.refuse("t_mult", "a number by which cycles neither vanish nor are more than 9999", String(growth));
    return undefined;
  }
  return restarts({ plan: { ...plan, over: timeOf(unit) }, growth, whole: true, cycles });
}
