import { describe, expect, it } from "vitest";
import { type TorchCase, torchTables } from "../../../anneal/test/parity/torchCases.ts";
import { compareCase, type Outcome } from "./compareCase.ts";

const hasMetrics = ({ calls }: TorchCase): boolean => calls.some((call) => "metric" in call);

const cases = torchTables()
  .flatMap(({ version, schedules }) =>
    Object.entries(schedules).flatMap(([name, { cases }]) =>
      cases.map((one) => ({ ...one, name: `${name} ${one.name} of PyTorch ${version}` })),
    ),
  )
  .filter((one) => one.schedulers.length === 1 && !hasMetrics(one));

const outcomes = new Map<TorchCase, Outcome>(cases.map((one) => [one, compareCase(one)]));

/** What is different on purpose, by why; the rest of a message is that of the reader. */
const DIFFERENT: Readonly<Record<string, RegExp>> = {
  "PyTorch's last step leaves the curve": /^group 0, at \d+: .* read 0\.000004$/,
  "step(epoch) takes a restart for the end before it, by a rounded logarithm": /^group 0, at 1210: 0, read/,
  "it rounds at every of 100,000 steps": /^group 0, at 100000: 0\.00077989416\d+, read 0\.00077989416\d+$/,
  "a table is of 100,000 steps at most": /^refused: steps: expected a whole number from 1 to 100000/,
  "PyTorch fails at a later step": /^refused: SequentialLR: expected a part that PyTorch can enter/,
  "PyTorch's rates fall below 0": /^refused: ChainedScheduler: expected rates from 0, received -0\.0000054/,
};

describe("calls are read as PyTorch's own numbers", () => {
  it("but for what is different on purpose", () => {
    const counts: Record<string, number> = {};
    const wrong: string[] = [];
    for (const [{ name }, outcome] of outcomes) {
      const why =
        outcome.as === "different"
          ? Object.keys(DIFFERENT).find((one) => DIFFERENT[one]?.test(outcome.how))
          : outcome.as;
      if (outcome.as === "different" && !why) wrong.push(`${name}: ${outcome.how}`);
      else counts[why as string] = (counts[why as string] ?? 0) + 1;
    }
    expect(wrong).toEqual([]);
    expect(counts).toEqual({
      same: 1642,
      table: 84,
      refused: 35,
      "PyTorch's last step leaves the curve": 3,
      "step(epoch) takes a restart for the end before it, by a rounded logarithm": 1,
      "it rounds at every of 100,000 steps": 1,
      "a table is of 100,000 steps at most": 1,
      "PyTorch fails at a later step": 1,
      "PyTorch's rates fall below 0": 1,
    });
  });

  it("and a number that is off by 3e-12 is found", () => {
    const [one] = cases.filter(({ schedulers, rates }) => schedulers[0]?.class === "StepLR" && rates.length > 1);
    const { rates, ...rest } = one as TorchCase;
    expect(compareCase({ ...rest, rates }).as).toBe("same");
    const off = rates.map((row, k) => (k === 1 ? row.map((rate) => rate * (1 + 3e-12)) : row));
    expect(compareCase({ ...rest, rates: off }).as).toBe("different");
  });
});
