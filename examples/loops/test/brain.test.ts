import { linear, schedule, sequence } from "anneal";
import { expect, it } from "vitest";
import { numbersAfter, runExample } from "./support/runExample.ts";

it("brain.js learns at the plan's rates, and stands still where they are 0", async () => {
  const lines = await runExample("brain");
  const rates = lines.map((line) => numbersAfter("Learning Rate", line)[0] as number);
  const errors = lines.map((line) => numbersAfter("Error", line)[0] as number);
  const plan = sequence(linear({ from: 0.1, to: "1x", over: 20 }), linear({ from: "1x", to: 0, over: 280 }));
  const expected = schedule(plan, { base: 0.8 });
  // Iteration 1 is the first update, and what is printed the rate that it was made with.
  expect(rates).toHaveLength(18);
  for (const [i, rate] of rates.entries()) expect(rate).toBeCloseTo(expected(20 * i), 11);
  const [first = 0, still, end] = [errors[0], ...errors.slice(-2)];
  expect(end).toBeLessThan(first / 2);
  expect(rates.at(-1)).toBe(0);
  expect(end).toBe(still);
  expect(errors.at(-4)).not.toBe(end);
});
