import { format, type Plan, type Run, schedule } from "anneal";
import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";

const HEAD = "import math, torch\nfrom torch.optim.lr_scheduler import _LRScheduler\n";

/** A class with a warm-up of `warm` steps and what its `get_lr` does. */
const scheduler = (body: string, more = ""): string => `${HEAD}class Mine(_LRScheduler):
    def __init__(self, optimizer, warm, last_epoch=-1):
        self.warm = warm
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
${body.replace(/^/gm, "        ")}
${more}`;

const LINE = "return [base * min(1, (self.last_epoch + 1) / self.warm) for base in self.base_lrs]";
const MADE = "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\nscheduler = Mine(optimizer, 4)\n";

/** The rates of every group at the first steps. */
function rates(text: string, count = 5, values = {}): readonly (readonly string[])[] {
  const [{ program, run, bases, functions = {} } = {}] = read(text, { values });
  const plans = [program?.lr ?? []].flat() as readonly Plan[];
  const groups = Math.max(plans.length, bases?.length ?? 1);
  return Array.from({ length: groups }, (_, i) => {
    const own = { ...run, ...(bases && { base: bases[i] }) } as Run;
    const rate = schedule((plans[i] ?? plans[0]) as Plan, own, { functions });
    return Array.from({ length: count }, (_, step) => format(rate(step)));
  });
}

describe("a scheduler of a class of one's own", () => {
  test("is a plan of the base rate where its rates are shares of that", () => {
    const [reading, ...more] = read(scheduler(LINE) + MADE);
    expect(more).toEqual([]);
    expect(reading).toMatchObject({ framework: "torch", name: "Mine", run: { base: 0.1 }, needs: [], problems: [] });
    expect(reading?.program?.lr).toMatchObject({ kind: "linear", from: "0.25x", to: "1x", over: 3 });
    expect(reading?.notes.map(({ text }) => text)).toEqual([
      "Mine.get_lr is read as a function of self.last_epoch and self.base_lrs",
    ]);
  });

  test("is a plan of rates where it has a floor, which needs the base rate", () => {
    const floor = scheduler("return [max(base / (1 + self.last_epoch), 0.03) for base in self.base_lrs]");
    expect(rates(floor + MADE)).toEqual([["0.1", "0.05", format(0.1 / 3), "0.03", "0.03"]]);
    const [open] = read(`${floor}scheduler = Mine(torch.optim.SGD(model.parameters(), lr=rate), 4)\n`);
    expect(open?.needs.map(({ name }) => name)).toEqual(["rate"]);
    expect(open?.program).toBeUndefined();
  });

  test("of several groups, each with a function of its own", () => {
    const own = scheduler("return [base * f ** self.last_epoch for base, f in zip(self.base_lrs, FACTORS)]");
    const text = `${own}FACTORS = [0.5, 0.1]\noptimizer = torch.optim.SGD([{"params": a}, {"params": b, "lr": 1}], lr=0.1)\nscheduler = Mine(optimizer, 4)\n`;
    expect(rates(text, 3)).toEqual([
      ["0.1", "0.05", "0.025"],
      ["1", "0.1", "0.01"],
    ]);
  });

  test("by PyTorch's count of steps, the groups' first rates, and a class that it extends", () => {
    const text = `${scheduler('return [group["initial_lr"] / self._step_count for group in self.optimizer.param_groups]')}
class Half(Mine):
    def get_lr(self):
        return [self.scale() * base / 2 for base in self.base_lrs]

    def scale(self):
        if self.last_epoch == 0:
            return 1
        return 1 / self.last_epoch
`;
    expect(rates(`${text}${MADE}`, 3)).toEqual([["0.1", "0.05", format(0.1 / 3)]]);
    expect(rates(`${text}${MADE.replace("Mine", "Half")}`, 3)).toEqual([["0.05", "0.05", "0.025"]]);
  });

  test("made and stepped in a function, counts what its loop counts", () => {
    const text = `${scheduler(LINE)}def main():
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = Mine(optimizer, 4)
    for epoch in range(20):
        train()
        scheduler.step()
`;
    const [reading] = read(text);
    expect(reading).toMatchObject({ name: "Mine", unit: "epoch", run: { base: 0.1, steps: 20 } });
  });

  test("that goes on after an epoch begins there", () => {
    const text = scheduler(LINE) + MADE.replace("4)", "4, last_epoch=1)");
    expect(rates(text, 3)).toEqual([["0.075", "0.1", "0.1"]]);
  });

  test.each([
    [
      "from the rate before",
      scheduler('return [group["lr"] * 0.9 for group in self.optimizer.param_groups]'),
      "line 9, column 22, Mine.get_lr: expected rates that follow from self.last_epoch and self.base_lrs alone, received a group's rate, which is what the step before left",
    ],
    [
      "from a field that it changes",
      scheduler("self.warm *= 2\nreturn [base / self.warm for base in self.base_lrs]"),
      "line 9, column 9, Mine.get_lr: expected rates that follow from self.last_epoch and self.base_lrs alone, received self.warm, which is what the step before left",
    ],
    [
      "with its own step",
      scheduler(LINE, "    def step(self, metric):\n        self.warm += metric\n"),
      "line 10, column 5, Mine.get_lr: expected rates that follow from self.last_epoch and self.base_lrs alone, received a step() of its own",
    ],
  ])("%s is refused with the reason and its line", (_, text, message) => {
    expect(() => read(text + MADE)).toThrow(message);
  });
});
