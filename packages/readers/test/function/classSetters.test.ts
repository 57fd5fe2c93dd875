import { format, type Plan, schedule } from "anneal";
import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";

/** A class whose methods set the rate by a count of its own. */
const wrapper = (methods: string): string => `import torch
class Warmed:
    def __init__(self, optimizer, warm):
        self.optimizer, self.warm = optimizer, warm
        self.count = 0
        self.rate = 0

${methods.replace(/^/gm, "    ")}
opt = Warmed(torch.optim.Adam(model.parameters()), 4)
`;
const SET = `    for group in self.optimizer.param_groups:
        group["lr"] = self.scale()
`;
const SCALE = "def scale(self):\n    return 0.1 * min(1, self.count / self.warm)\n";

function rates(text: string, values = {}): readonly string[] {
  const [{ program, functions = {} } = {}] = read(text, { values });
  const rate = schedule(program?.lr as Plan, {}, { functions });
  return [0, 1, 2, 3, 4].map((step) => format(rate(step)));
}

describe("a class that sets the rate by how often it was called", () => {
  test.each([
    ["before it sets the rate", `def step(self):\n    self.count += 1\n${SET}    self.optimizer.step()\n${SCALE}`, 1],
    ["after it", `def step(self):\n${SET}    self.count += 1\n    self.optimizer.step()\n${SCALE}`, 0],
    [
      "where another of its methods calls it",
      `def step(self):\n    self.count += 1\n    self.set()\n    self.optimizer.step()\ndef set(self):\n${SET}${SCALE}`,
      1,
    ],
    [
      "after another calls it",
      `def step(self):\n    self.set()\n    self.optimizer.step()\n    self.count += 1\ndef set(self):\n${SET}${SCALE}`,
      0,
    ],
  ])("counts %s", (_, methods, first) => {
    const text = wrapper(methods);
    const all = ["0", "0.025", "0.05", "0.075", "0.1", "0.1"];
    expect(rates(text)).toEqual(all.slice(first, first + 5));
    expect(read(text)[0]).toMatchObject({ framework: "function", unit: "update", needs: [] });
    expect(read(text)[0]?.notes[0]?.text).toMatch(
      /^Warmed\.(?:step|set) sets the rate itself: step 0 is its first call$/,
    );
  });

  test("has no unit where no optimizer steps in it", () => {
    const [reading] = read(wrapper(`def set(self):\n    self.count += 1\n${SET}${SCALE}`));
    expect(reading?.program).toBeDefined();
    expect(reading?.unit).toBeUndefined();
  });

  test("and by what it set before is told why it is not read", () => {
    const text = wrapper(`def step(self):
    self.rate = 0.9 * self.rate + 0.1
    for group in self.optimizer.param_groups:
        group["lr"] = self.rate
    self.optimizer.step()
`);
    const [reading] = read(text);
    expect(reading?.program).toBeUndefined();
    expect(reading?.needs[0]?.why).toBe("Warmed.step: self.rate, which is what the step before left");
    expect(reading?.needs[0]?.place).toEqual({ line: 9, column: 9 });
  });

  test("to what it is given is no schedule", () => {
    const text = wrapper(
      `def set(self, lr):\n    for group in self.optimizer.param_groups:\n        group["lr"] = lr\n`,
    );
    expect(() => read(text)).toThrow("calls of none of theirs");
  });
});
