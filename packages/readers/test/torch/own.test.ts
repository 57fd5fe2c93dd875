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
      "from a field that it changes",
      scheduler("self.warm *= 2\nreturn [base / self.warm for base in self.base_lrs]"),
      "line 9, column 9, Mine.get_lr: expected rates that follow from self.last_epoch, self.base_lrs and the rates in force, received self.warm, which is what the step before left",
    ],
    [
      "with its own step",
      scheduler(LINE, "    def step(self, metric):\n        self.warm += metric\n"),
      "line 10, column 5, Mine.get_lr: expected rates that follow from self.last_epoch, self.base_lrs and the rates in force, received a step() of its own",
    ],
  ])("%s is refused with the reason and its line", (_, text, message) => {
    expect(() => read(text + MADE)).toThrow(message);
  });

  test.each<[string, string, object]>([
    [
      "whose steps all multiply",
      'return [group["lr"] * 0.9 for group in self.optimizer.param_groups]',
      { kind: "exponential", from: "0.9x", factor: 0.9, every: 1 },
    ],
    [
      "whose first leaves it",
      'if self.last_epoch == 0:\n    return [group["lr"] for group in self.optimizer.param_groups]\nreturn [group["lr"] * 0.9 for group in self.optimizer.param_groups]',
      { kind: "exponential", from: "1x", factor: 0.9, every: 1 },
    ],
    [
      "at milestones",
      'rates = [group["lr"] for group in self.optimizer.param_groups]\nif self.last_epoch in (3, 2 * self.warm):\n    return [rate * 0.5 for rate in rates]\nreturn rates',
      { kind: "piecewise", from: "1x", at: [3, 8], to: ["0.5x", "0.25x"] },
    ],
  ])("goes on from the rate in force: %s", (_, body, plan) => {
    const [reading, ...more] = read(scheduler(body) + MADE);
    expect(more).toEqual([]);
    expect(reading?.program?.lr).toEqual(plan);
    expect(reading?.notes[0]?.text).toBe(
      "Mine.get_lr is read as a function of self.last_epoch, self.base_lrs and the rate before",
    );
  });

  test("goes on from the rate in force by less than a share of it", () => {
    const body = 'return [max(0.02, group["lr"] - 0.03) for group in self.optimizer.param_groups]';
    expect(rates(scheduler(body) + MADE, 4)).toEqual([["0.07", "0.04", "0.02", "0.02"]]);
    const asked = read(scheduler(body) + MADE.replace("lr=0.1", "lr=args.lr"));
    expect(asked[0]?.needs.map(({ name }) => name)).toEqual(["args.lr"]);
    const other = `${body.replace('group["lr"] - 0.03', 'self.optimizer.param_groups[1]["lr"]')}`;
    const groups = MADE.replace("model.parameters()", '[{"params": a}, {"params": b}]');
    expect(() => read(scheduler(other) + groups)).toThrow("by another group's rate");
    const resumed = scheduler(body) + MADE.replace("4)", "4, last_epoch=3)");
    expect(() => read(resumed)).toThrow("it leads on from a rate that is not known");
  });
});

describe("a scheduler of a class of one's own in one of PyTorch's", () => {
  const DECAY = 'return [group["lr"] * 0.9 for group in self.optimizer.param_groups]';
  const COSINE = "torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 95)";
  const OPTIMIZER = "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n";
  const inTurn = (parts: string) =>
    `${OPTIMIZER}s = torch.optim.lr_scheduler.SequentialLR(optimizer, [${parts}], milestones=[5])\n`;
  /** The rates at some steps. */
  function ratesAt(text: string, steps: readonly number[], values = {}) {
    const found = read(text, { values });
    expect(found).toHaveLength(1);
    const [{ program, run, functions = {} } = {}] = found;
    const rate = schedule(program?.lr as Plan, run as Run, { functions });
    return steps.map((step) => Number(rate(step).toPrecision(12)));
  }

  // The numbers are PyTorch's own.
  test("comes first", () => {
    expect(ratesAt(scheduler(LINE) + inTurn(`Mine(optimizer, 5), ${COSINE}`), [0, 1, 4, 5, 9, 10, 60, 99])).toEqual([
      0.02, 0.04, 0.1, 0.1, 0.0995632034663, 0.0993180651701, 0.037725725643, 0.0000273371329537,
    ]);
  });

  test("comes last", () => {
    const line = "torch.optim.lr_scheduler.LinearLR(optimizer, 0.2, total_iters=5)";
    const text = scheduler("return [base / (1 + self.last_epoch) for base in self.base_lrs]");
    expect(ratesAt(text + inTurn(`${line}, Mine(optimizer, 5)`), [0, 1, 4, 5, 6, 9])).toEqual([
      0.02, 0.036, 0.084, 0.1, 0.05, 0.02,
    ]);
  });

  test("goes on from the rate before, as a table of as many steps as there are", () => {
    const text = `${scheduler(DECAY)}${OPTIMIZER}s = torch.optim.lr_scheduler.ChainedScheduler([Mine(optimizer, 4), ${COSINE}])\n`;
    expect(read(text)[0]?.needs.map(({ name }) => name)).toEqual(["steps"]);
    expect(ratesAt(text, [0, 1, 2, 11, 60, 99], { steps: 101 })).toEqual([
      0.09, 0.0809778569223, 0.0728203067121, 0.0273189072515, 0.0000483821767973, 0.000318424673032,
    ]);
  });

  test("is none with a closed form or an epoch of its own", () => {
    const closed = scheduler(LINE, "    def _get_closed_form_lr(self):\n        return self.base_lrs\n");
    expect(() => read(closed + inTurn(`Mine(optimizer, 5), ${COSINE}`))).toThrow("a _get_closed_form_lr() of its own");
    const resumed = scheduler(LINE) + inTurn(`Mine(optimizer, 5, last_epoch=3), ${COSINE}`);
    expect(() => read(resumed)).toThrow("one with last_epoch");
  });
});
