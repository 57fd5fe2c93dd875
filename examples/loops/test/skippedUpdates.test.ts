import { linear, schedule, sequence } from "anneal";
import { expect, it } from "vitest";
import { numbersAfter, runExample } from "./support/runExample.ts";

it("a skipped update does not advance the schedule, and the next one that is made has its rate", async () => {
  const lines = await runExample("skippedUpdates");
  const batches = lines.slice(0, -1);
  expect(batches.map((line) => numbersAfter("Batch", line)[0])).toEqual(batches.map((_, i) => i));
  const made = batches.filter((line) => !line.endsWith("skipped"));
  expect(made.length).toBeGreaterThan(10);
  expect(batches.length - made.length).toBeGreaterThan(10);

  let updates = 0;
  for (const line of batches) {
    expect(numbersAfter("Update", line), line).toEqual([updates]);
    if (!line.endsWith("skipped")) updates++;
  }
  const plan = sequence(linear({ from: 0.02, to: 0.2, over: 5 }), linear({ from: 0.2, to: 0, over: 20 }));
  const expected = schedule(plan);
  for (const [update, line] of made.entries()) {
    expect(numbersAfter("Learning Rate", line)[0]).toBeCloseTo(expected(update), 11);
  }
  expect(numbersAfter("Updates", lines.at(-1))).toEqual([made.length]);
});
