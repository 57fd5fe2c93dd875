import { median } from "./median.ts";

const WARM_UP = 5;
const TIMED = 15;

/**
 * The time that one call takes inside a loop, after the JIT compiler is done with it.
 *
 * - `loop`: makes `calls` calls and returns the sum of what they gave, so that none of them can be left out.
 */
export function nanoseconds(calls: number, loop: () => number): { nanoseconds: number; check: number } {
  let check = 0;
  for (let i = 0; i < WARM_UP; i++) check = loop();
  const times: number[] = [];
  for (let i = 0; i < TIMED; i++) {
    const start = process.hrtime.bigint();
    check = loop();
    times.push(Number(process.hrtime.bigint() - start) / calls);
  }
  return { nanoseconds: median(times), check };
}
