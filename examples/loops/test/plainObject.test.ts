import { schedule, warmupCosine } from "anneal";
import { expect, it } from "vitest";
import { numbersAfter, runExample } from "./support/runExample.ts";

it("a plain object with a rate is a param group, and each follows the plan from its own base", async () => {
  const lines = await runExample("plainObject");
  const updates = lines.filter((line) => line.startsWith("Update:"));
  expect(updates).toHaveLength(10);
  const plan = warmupCosine({ warmup: "10%", over: "90%", from: "0.1x" });
  const expected = [0.5, 0.1].map((base) => schedule(plan, { base, steps: 200 }));
  for (const line of updates) {
    const [update = -1] = numbersAfter("Update", line);
    const rates = numbersAfter("Learning Rates", line);
    expect(rates).toHaveLength(2);
    for (const [i, rate] of rates.entries()) expect(rate).toBeCloseTo(expected[i]?.(update) as number, 11);
  }
  expect(numbersAfter("Slope", lines.at(-1))[0]).toBeCloseTo(3, 2);
  expect(numbersAfter("Height", lines.at(-1))[0]).toBeCloseTo(1, 2);
});
