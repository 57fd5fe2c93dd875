import type { Collector } from "../collector.ts";
import { linesOf } from "../lines.ts";
import { consoleLine } from "./consoleLine.ts";

/** Reads what a trainer prints for people: names with numbers in lines of text; a rate's line without a count has the last one. */
export async function readConsole(chunks: AsyncIterable<Uint8Array>, collector: Collector): Promise<void> {
  const { columns, findings } = collector;
  let counts: ReadonlyMap<string, string> = new Map();
  let firstEpoch: number | undefined;
  for await (const lines of linesOf(chunks)) {
    for (const { text, number } of lines) {
      const { pairs, hasRate, hasCount, within, total } = consoleLine(text);
      if (!(hasRate || hasCount)) continue;
      const cells = new Map(pairs);
      if (within) {
        const { epoch, step, length } = within;
        // Epochs are counted from 0 or from 1, also in a log of a resumed run.
        firstEpoch ??= Math.min(epoch, 1);
        cells.set("epoch", `${epoch}`).set("step", `${(epoch - firstEpoch) * length + step}`);
        findings.note(`the updates of an epoch begin anew: with ${length} an epoch they are counted on`);
      }
      if (total !== undefined) collector.withinEpoch = total;
      if (!hasRate) {
        counts = cells;
        continue;
      }
      const path = `line ${number}`;
      const all = hasCount ? cells : new Map([...counts, ...cells]);
      for (const [name, value] of all) {
        const column = columns.indexOf(name);
        if (column >= 0) collector.cell(column, value, path);
      }
      collector.end(path);
    }
  }
}

/** How many lines of a text are those of a console: they have a rate and a count that goes on, or follow such a count. */
export function consoleLines(lines: readonly string[]): number {
  const counts = new Set<string>();
  let [rates, alone] = [0, 0];
  for (const line of lines) {
    const { pairs, hasRate, hasCount, within } = consoleLine(line);
    if (hasCount && (hasRate || /^\s*epoch\s+\d+\/\d+\s*$/i.test(line))) {
      const step = [...pairs].filter(([name]) => !/lr|rate/i.test(name));
      counts.add(JSON.stringify([step, within]));
    }
    if (hasRate && hasCount) rates++;
    else if (hasRate) alone++;
  }
  return counts.size < 2 ? 0 : rates > 0 ? rates : alone;
}
