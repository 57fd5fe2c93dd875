import { schedule, warmupCosine } from "anneal";
import { expect, it } from "vitest";
import { numbersAfter, runExample } from "./support/runExample.ts";

it("processes that were sent the plan agree on every rate and end with the same weight", async () => {
  const lines = await runExample("workers");
  const updates = lines.filter((line) => line.startsWith("Update:"));
  const plan = warmupCosine({ warmup: "1 epoch", over: "rest", from: 0.1 });
  const expected = schedule(plan, { base: 0.8, steps: 20, stepsPerEpoch: 4 });
  expect(updates.map((line) => numbersAfter("Update", line)[0])).toEqual(Array.from({ length: 20 }, (_, i) => i));
  for (const [update, line] of updates.entries()) {
    const [first, ...others] = numbersAfter("Learning Rates", line);
    expect(first).toBeCloseTo(expected(update), 11);
    expect(others).toEqual([first, first]);
  }
  const [weight, ...others] = numbersAfter("Weights", lines.at(-1));
  expect(weight).toBeCloseTo(3, 2);
  expect(others).toEqual([weight, weight]);
});
