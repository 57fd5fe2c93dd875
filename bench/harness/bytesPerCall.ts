import { type PerformanceEntry, PerformanceObserver, performance } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";

/** Flags that leave room for everything that the calls could allocate, so that nothing is collected meanwhile. */
export const ROOMY = ["--expose-gc", "--min-semi-space-size=256", "--max-semi-space-size=256"];

/** How often it is measured. The least counts: what the process allocates on the side only adds. */
const TRIES = 5;

/**
 * The bytes that one call allocates: growth of the used heap over a loop of calls, less that of an empty measurement.
 * The process must have been started with the flags {@link ROOMY}; a collection meanwhile is an error.
 */
export async function bytesPerCall(calls: number, loop: () => number): Promise<{ bytes: number; check: number }> {
  const collections: PerformanceEntry[] = [];
  new PerformanceObserver((list) => collections.push(...list.getEntries())).observe({ entryTypes: ["gc"] });
  for (let i = 0; i < 5; i++) loop();
  const empty = least(() => 0);
  const full = least(loop);
  await new Promise((done) => setTimeout(done, 50));
  if (collections.some(({ startTime }) => startTime > full.start && startTime < full.end)) {
    throw new Error("the heap was collected while it was measured");
  }
  return { bytes: rounded((full.bytes - empty.bytes) / calls), check: full.check };
}

interface Growth {
  readonly bytes: number;
  readonly check: number;
  readonly start: number;
  readonly end: number;
}

function least(work: () => number): Growth {
  const tries = Array.from({ length: TRIES }, () => growth(work));
  return tries.reduce((best, next) => (next.bytes < best.bytes ? next : best));
}

/** To a byte: what the process takes or gives back on the side (a tenth of one in a million calls) is below that. */
function rounded(bytes: number): number {
  return Math.round(bytes) + 0;
}

function growth(work: () => number): Growth {
  if (globalThis.gc === undefined) throw new Error(`start with ${ROOMY.join(" ")}`);
  globalThis.gc();
  const start = performance.now();
  const before = getHeapStatistics().used_heap_size;
  const check = work();
  return { bytes: getHeapStatistics().used_heap_size - before, check, start, end: performance.now() };
}
