import type { Run } from "anneal";
import { pythonFloat } from "../notations/pythonNumber.ts";

/** How much each update consumes. */
type BatchSize = NonNullable<Run["samplesPerStep"]>;

const SUFFIXES: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** A number such as `2.4B`. */
function numberOf(written: string): number | undefined {
  const [, digits = "", suffix = ""] = /^(.*?)([KMBT]?)$/i.exec(written.trim()) ?? [];
  const value = pythonFloat(digits);
  return value === undefined || !Number.isFinite(value)
    ? undefined
    : Math.trunc(value * (SUFFIXES[suffix.toUpperCase()] ?? 1));
}

/**
 * The batch sizes of `--step-batch-size-schedule "0:16 2.4B:320"`, each from so many tokens on, as the updates make of
 * it; a text says why it is none.
 */
export function batchSteps(written: string, sequenceLength: number): BatchSize | string {
  const entries = written
    .replaceAll(",", " ")
    .trim()
    .split(/\s+/)
    .map((one) => one.split(":").map(numberOf));
  const steps: (readonly [number, number])[] = [];
  for (const [tokens, size, ...more] of entries) {
    if (tokens === undefined || size === undefined || more.length > 0) return "tokens and a batch size in each entry";
    steps.push([Math.floor(tokens / sequenceLength), size]);
  }
  steps.sort(([a], [b]) => a - b);
  const [first, ...later] = steps as [readonly [number, number], ...(readonly [number, number])[]];
  if (first[0] !== 0) return "a first entry from 0 on";
  if (later.some(([from], i) => from === (steps[i] as readonly [number, number])[0]))
    return "entries from different samples on";
  if (steps.some(([, size]) => size <= 0)) return "batch sizes above 0";
  const at: number[] = [];
  const to: number[] = [];
  let [step, consumed, each] = [0, 0, first[1]];
  for (const [i, [from, size]] of later.entries()) {
    const updates = Math.max(Math.ceil((from - consumed) / each), 0);
    step += updates;
    consumed += updates * each;
    // An update may go past the next entry as well.
    const next = later[i + 1]?.[0];
    if ((next !== undefined && next <= consumed) || size === each) continue;
    each = size;
    at.push(step);
    to.push(each);
  }
  return at.length === 0 ? each : { from: first[1], at, to };
}
