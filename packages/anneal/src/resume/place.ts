import { type BatchSize, consumed } from "../consumed.ts";
import type { Run } from "../run.ts";
import { nearWhole } from "../units.ts";

/**
 * Where a position of one run lies in another: after as many samples when both say how many an update consumes, else
 * as many tokens, else as many epochs, else as many updates.
 */
export function placeIn(old: Run, next: Run, position: number): number {
  for (const fact of ["samplesPerStep", "tokensPerStep", "stepsPerEpoch"] as const) {
    const [was, is] = [old[fact], next[fact]];
    if (was === undefined || is === undefined) continue;
    if (JSON.stringify(was) === JSON.stringify(is)) return position;
    if (fact === "stepsPerEpoch") return nearWhole((position / (was as number)) * (is as number));
    return nearWhole(consumed(is, consumed(was as BatchSize, position), true));
  }
  return position;
}
