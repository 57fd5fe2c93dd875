import { describe, expect, test } from "vitest";
import { read } from "../src/index.ts";
import { parsePython } from "../src/python/parsePython.ts";

/** The least processor time of three, in milliseconds, of each; in turn, so that all meet the same machine. */
function least(...acts: readonly (() => unknown)[]): readonly number[] {
  const times = acts.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 3; turn++) {
    for (const [i, act] of acts.entries()) {
      const before = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(before);
      times[i] = Math.min(times[i] as number, (user + system) / 1000);
    }
  }
  return times;
}

const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("");

describe("what a text has besides is not gone through for each", () => {
  test("loop", () => {
    const loops = many(800, (i) => `for e in range(n):\n    x${i} = e\n`);
    const names = many(10_000, (i) => `a${i} = ${i}\n`);
    const [before, after] = least(
      () => parsePython(names + loops),
      () => parsePython(loops + names),
    ) as [number, number];
    expect(before).toBeLessThan(3 * after);
  });

  test("schedule", () => {
    const head = "import keras\n";
    const schedules = many(480, (i) => `s${i} = keras.optimizers.schedules.ExponentialDecay(0.1, ${i + 1}, 0.9)\n`);
    const calls = many(15_500, () => "lr()\n");
    const [both, own, others] = least(
      () => read(head + schedules + calls),
      () => read(head + schedules),
      () => parsePython(head + calls),
    ) as [number, number, number];
    expect(both).toBeLessThan(2.1 * (own + others));
  });
});
