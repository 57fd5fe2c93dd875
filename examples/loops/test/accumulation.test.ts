import { cosine, schedule } from "anneal";
import { expect, it } from "vitest";
import { numbersAfter, runExample } from "./support/runExample.ts";

it("a schedule advances per update, however many batches that takes", async () => {
  const lines = await runExample("accumulation");
  const updates = lines.filter((line) => line.startsWith("Update:"));
  // 13 batches an epoch by 4: three full updates and one of what is left.
  expect(updates.map((line) => numbersAfter("Batches", line)[0])).toEqual([4, 4, 4, 1, 4, 4, 4, 1, 4, 4, 4, 1]);
  expect(updates.map((line) => numbersAfter("Update", line)[0])).toEqual(updates.map((_, i) => i));
  const expected = schedule(cosine({ from: 0.5, to: 0.005, over: 12 }));
  for (const [update, line] of updates.entries()) {
    expect(numbersAfter("Learning Rate", line)[0]).toBeCloseTo(expected(update), 11);
  }
  expect(lines.at(-1)).toMatch(/^Updates: 12 of 12 Weight: [23]\.\d+$/);
  expect(numbersAfter("Weight", lines.at(-1))[0]).toBeCloseTo(3, 0);
});
