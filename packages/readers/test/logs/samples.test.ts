import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { type LogSeries, readLog } from "anneal-readers/logs";
import { describe, expect, it } from "vitest";

const folder = new URL("samples/", import.meta.url);
const files = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

/** What stands beside a sample: what has to be read of it. */
interface Expected {
  readonly format: string;
  /** Whether its end is missing, as of a run that is still being logged. */
  readonly truncated?: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly series: readonly (Pick<LogSeries, "name" | "key" | "group" | "clock"> & {
    readonly steps: readonly (number | null)[];
    readonly rates: readonly (number | null)[];
  })[];
}

describe("a log that a framework really wrote", () => {
  it("is there in every form", () => {
    expect(files.length).toBeGreaterThanOrEqual(15);
  });

  it.each(files)("%s", async (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), "utf8")) as Expected;
    const log = await readLog(createReadStream(new URL(name, folder)));
    expect(log.format).toBe(expected.format);
    const read = log.series.map(({ name, key, group, clock, steps, rates }) => ({
      ...{ name, key, ...(group === undefined ? {} : { group }), clock },
      steps: [...steps],
      rates: [...rates],
    }));
    const own = expected.series.map(({ steps, rates, ...rest }) => ({
      ...rest,
      steps,
      rates: rates.map((rate) => rate ?? Number.NaN),
    }));
    expect(read).toEqual(own);
    expect(log.facts).toMatchObject(expected.facts ?? {});
    expect(log.problems).toEqual([]);
    expect(log.notes.some((note) => note.includes("cut off"))).toBe(expected.truncated ?? false);
  });
});
