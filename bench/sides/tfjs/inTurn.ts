import { median } from "../../harness/median.ts";
import { report } from "../../harness/report.ts";
import { UPDATES } from "./network.ts";

const WARM_UP = 6;
const ROUNDS = 30;

/**
 * Times two ways to make the same updates in turn, stretch by stretch in one process, so that a busy moment of the machine
 * falls on both; reports the median of each in microseconds per update.
 *
 * - `anneal`, `bare`: each makes one stretch of updates.
 */
export async function inTurn(anneal: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<void> {
  const spent: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // Whoever goes first in one round goes second in the next.
    for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const start = process.hrtime.bigint();
      await (side === 0 ? anneal : bare)();
      const time = Number(process.hrtime.bigint() - start) / 1000 / UPDATES;
      if (round >= 0) spent[side]?.push(time);
    }
  }
  report({ anneal: median(spent[0]), bare: median(spent[1]) });
}
