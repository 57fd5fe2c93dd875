import { format, type Plan, schedule } from "anneal";
import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";

const FLAGS = `import argparse
import math
parser = argparse.ArgumentParser()
parser.add_argument("--lr", default=0.03, type=float)
parser.add_argument("--epochs", default=200, type=int)
parser.add_argument("--schedule", default=[120, 160], nargs="*", type=int)
parser.add_argument("--cos", action="store_true")
args = parser.parse_args()
`;
const SET = "    for param_group in optimizer.param_groups:\n        param_group['lr'] = lr\n";

/** The rates of a function at some steps. */
function ratesOf(text: string, steps: readonly number[], values = {}): readonly (readonly string[])[] {
  const [{ program, functions = {} } = {}] = read(text, { values });
  return [program?.lr ?? []].flat().map((plan) => steps.map(schedule(plan as Plan, {}, { functions })).map(format));
}

const told = (text: string): string =>
  read(text)
    .flatMap(({ needs, notes }) => [
      ...needs.map(({ name, why }) => `${name}: ${why}`),
      ...notes.map((one) => one.text),
    ])
    .join("\n");

describe("a function that sets the rate of the optimizer's groups", () => {
  test("in stairs, by its epoch", () => {
    const text = `${FLAGS}def adjust_learning_rate(optimizer, epoch, args):\n    """Decays it."""\n    lr = args.lr * (0.1 ** (epoch // 30))\n${SET}\nfor epoch in range(args.epochs):\n    adjust_learning_rate(optimizer, epoch, args)\n`;
    const [reading, ...more] = read(text);
    expect(more).toEqual([]);
    expect(reading).toMatchObject({ framework: "function", name: "adjust_learning_rate", unit: "epoch", needs: [] });
    expect(reading?.program?.lr).toMatchObject({ kind: "exponential", from: 0.03, factor: 0.1, every: 30 });
    expect(told(text)).toContain("args.lr is the default 0.03 of --lr");
    expect(told(text)).toContain("sets the rate itself, by its epoch from 0 on");
    expect(told(text)).not.toContain("begins at");
  });

  test("says where the loop that counts begins at 1", () => {
    const text = `${FLAGS}def adjust_learning_rate(optimizer, epoch, args):\n    lr = args.lr * (0.1 ** (epoch // 30))\n${SET}\nfor epoch in range(1, args.epochs + 1):\n    adjust_learning_rate(optimizer, epoch, args)\n`;
    const note = "the loop over epoch begins at 1: its first turn is step 1 of the plan";
    expect(told(text)).toContain(note);
    expect(told(text.replace("range(1,", "range(0,"))).not.toContain("begins at");
    // Where the call makes up for it, the plan is by what it gives.
    expect(told(text.replace("(optimizer, epoch, args)\n$", "(optimizer, epoch - 1, args)\n"))).toContain(note);
    expect(told(text.replace(/epoch, args\)\n$/, "epoch - 1, args)\n"))).not.toContain("begins at");
  });

  test("with a cosine or milestones, by a flag; a loop goes through a flag's default", () => {
    const text = `${FLAGS}def adjust(optimizer, epoch, args):
    lr = args.lr
    if args.cos:
        lr *= 0.5 * (1. + math.cos(math.pi * epoch / args.epochs))
    else:
        for milestone in args.schedule:
            lr *= 0.1 if epoch >= milestone else 1.
${SET}
adjust(optimizer, epoch, args)
`;
    expect(ratesOf(text, [0, 119, 120, 160])).toEqual([["0.03", "0.03", "0.003", "0.0003"]]);
    expect(ratesOf(text, [0, 100, 200], { "args.cos": true })).toEqual([["0.03", "0.015", "0"]]);
    expect(told(text)).toContain("args.schedule is the default");
    expect(() => read(text, { values: { "args.schedule": [10] } })).toThrow(/the default, which a loop goes through/);
  });

  test("with milestones in a tuple", () => {
    const text = `milestones = (60, 120)\ndef set_lr(optimizer, step):\n    lr = 0.1\n    for m in milestones:\n        if step >= m:\n            lr *= 0.5\n    for g in optimizer.param_groups:\n        g["lr"] = lr\n`;
    expect(ratesOf(text, [0, 59, 60, 119, 120])).toEqual([["0.1", "0.1", "0.05", "0.05", "0.025"]]);
    expect(read(text)[0]?.unit).toBe("update");
  });

  test("in its loop over them, in a class", () => {
    const text = `class T:\n    def __init__(self):\n        self.lr = 0.5\n    def set(self, epoch):\n        for i, g in enumerate(self.optimizer.param_groups):\n            lr = self.lr * 0.5 ** (epoch // 20)\n            g['lr'] = lr\n`;
    expect(ratesOf(text, [0, 20])).toEqual([["0.5", "0.25"]]);
  });

  test("each by its number", () => {
    const text = `def adjust(optimizer, i_iter):\n    lr = 0.1 * ((1 - float(i_iter) / 100) ** 0.9)\n    optimizer.param_groups[0]['lr'] = lr\n    optimizer.param_groups[1]['lr'] = lr * 10\n`;
    expect(ratesOf(text, [0])).toEqual([["0.1"], ["1"]]);
  });

  test("asks for what the text does not have, by name", () => {
    const text = `def adjust(optimizer, epoch):\n    lr = args.lr * 0.5 ** epoch\n${SET}`;
    expect(told(text)).toMatch(/^args\.lr: adjust/);
    expect(ratesOf(text, [1], { "args.lr": 4 })).toEqual([["2"]]);
  });

  test("by several, whose others are asked for by name: it is by the first", () => {
    const head = "def adjust(optimizer, epoch, it, iters):\n    t = epoch + it / iters\n    lr = 0.5 ** t\n";
    expect(told(head + SET)).toMatch(/^it: adjust: a function of epoch and it and iters/);
    expect(ratesOf(head + SET, [2], { it: 5, iters: 5 })).toEqual([["0.125"]]);
    expect(read(head + SET, { values: { it: 5, iters: 5 } })[0]?.notes.map(({ text }) => text)).toContain(
      "adjust is also by it and iters, which stay what they are given as",
    );
    const called = `${head}${SET}for e in range(9):\n    for i, x in enumerate(loader):\n        adjust(o, e, i, len(loader))\n`;
    expect(told(called)).toMatch(/^def adjust.*: a function of epoch and it and iters$/);
  });

  test("by the one of several that it uses", () => {
    const text = `def adjust(optimizer, epoch, step):\n    lr = 0.5 ** step\n${SET}`;
    expect(ratesOf(text, [2])).toEqual([["0.25"]]);
    expect(read(text)[0]?.unit).toBe("update");
  });

  test.each([
    [
      "by what it was",
      "def adjust(optimizer, epoch):\n    for g in optimizer.param_groups:\n        g['lr'] *= 0.1\n",
      /changes the rate by what it was/,
    ],
    [
      "by two",
      `def adjust(optimizer, epoch, step):\n    lr = 0.1 ** (epoch + step)\n${SET}`,
      /a function of epoch and step/,
    ],
    [
      "in a loop without end",
      `def adjust(optimizer, epoch):\n    lr = 1\n    while lr > epoch: lr -= 1\n${SET}`,
      /a function with a loop/,
    ],
    [
      "in a loop that is left",
      `def adjust(optimizer, epoch):\n    lr = 1\n    for m in [3, 4]:\n        if m > epoch: break\n        lr *= 0.1\n${SET}`,
      /a function with a loop/,
    ],
    [
      "that goes on from group to group",
      `def adjust(optimizer, epoch):\n    lr = epoch\n    for g in optimizer.param_groups:\n        lr = lr * 0.5\n        g['lr'] = lr\n`,
      /a function with a loop/,
    ],
    [
      "given another number",
      `def adjust(optimizer, epoch):\n    lr = 0.1 ** epoch\n${SET}adjust(o, epoch + 1)\n`,
      /is given epoch \+ 1 for epoch/,
    ],
  ])("that cannot be told is told: %s", (_, text, why) => expect(told(text)).toMatch(why));

  test("gives way to a framework's", () => {
    const text = `import torch\ns = torch.optim.lr_scheduler.StepLR(opt, 30)\ndef adjust(optimizer, epoch):\n    lr = 0.1 ** epoch\n${SET}`;
    expect(read(text).map(({ name }) => name)).toEqual(["StepLR"]);
  });
});

test("numbers that end in their point are numbers", () => {
  const rate = (text: string) => ratesOf(`def lr(step):\n    return ${text}\n`, [2]);
  expect(rate("4. / (step + 2.)")).toEqual([["1"]]);
  expect(rate("1.e-3 * step + 0. * (1. - 1.)")).toEqual([["0.002"]]);
  expect(rate("2.E1 if step > 1. else 3.")).toEqual([["20"]]);
});

describe("the rate of groups with an entry of their own", () => {
  const SCALED = (value: string) =>
    `def adjust(optimizer, epoch):\n    lr = 0.1 * 0.5 ** epoch\n    for group in optimizer.param_groups:\n        group["lr"] = ${value}\n`;

  test.each([
    'lr * group["lr_scale"] if "lr_scale" in group else lr',
    'lr if "lr_scale" not in group else lr * group["lr_scale"]',
    'lr * group.get("lr_scale", 1.0)',
  ])("%s is that of the others", (value) => {
    expect(ratesOf(SCALED(value), [0, 1])).toEqual([["0.1", "0.05"]]);
    expect(told(SCALED(value))).toContain('the rate is that of groups without "lr_scale"; those with it have another');
  });

  test("is asked for where all have it", () => {
    expect(read(SCALED('lr * group["lr_scale"]'))[0]?.needs.map(({ name }) => name)).toEqual(['group["lr_scale"]']);
  });
});

describe("a loop that sets the rate", () => {
  const loop = (head: string, value: string, more = "") =>
    `import torch\noptimizer = torch.optim.Adam(p, lr=0.1)\n${head}\n${more}    optimizer.param_groups[0]["lr"] = ${value}\n`;

  test("by its turns, the first of which is step 0", () => {
    const text = loop("for turn in range(1, 11):", "0.1 * (1 - (turn - 1) / 10)");
    const [reading, ...others] = read(text);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ framework: "function", name: "for turn in range(1, 11)", run: { steps: 10 } });
    expect(reading?.unit).toBeUndefined();
    expect(ratesOf(text, [0, 1, 9])).toEqual([["0.1", "0.09", "0.01"]]);
    expect(told(text)).toContain("the loop over turn sets the rate itself: step 0 is its first turn");
  });

  test("over a range that is not known", () => {
    const text = loop("for epoch in range(args.epochs):", "0.1 * 0.5 ** (epoch // 30)");
    expect(read(text)[0]).toMatchObject({ unit: "epoch", needs: [] });
    expect(ratesOf(text, [0, 29, 30])).toEqual([["0.1", "0.1", "0.05"]]);
  });

  test("whatever comes after it, and not what comes before", () => {
    const inner = "    for batch in loader:\n        n += 1\n";
    expect(ratesOf(`${loop("for epoch in range(9):", "0.1 * 0.5 ** epoch")}${inner}`, [1])).toEqual([["0.05"]]);
    expect(() => read(loop("for epoch in range(9):", "0.1 * 0.5 ** epoch", inner))).toThrow("with calls of none");
  });

  test("by what flags list in a text", () => {
    const text = `${FLAGS}parser.add_argument("--at", default="2,4")
parser.add_argument("--by", default="0.5,0.2")
AT = [int(one) for one in args.at.split(",")]
BY = [float(one) for one in args.by.split(",")]
def rate_now(epoch):
    lr = args.lr
    for i, at in enumerate(AT):
        if epoch >= at:
            lr *= BY[i]
    return lr
for epoch in range(6):
    now = rate_now(epoch)
    for group in optimizer.param_groups:
        group["lr"] = now
`;
    expect(ratesOf(text, [0, 1, 2, 3, 4])).toEqual([["0.03", "0.03", "0.015", "0.015", "0.003"]]);
    expect(told(text)).toContain('args.at is the default "2,4" of --at');
    expect(ratesOf(text, [2, 4], { "args.by": "0.1,0.1" })).toEqual([["0.003", "0.0003"]]);
  });

  test.each([
    [
      "by what it was, in a loop in it",
      loop("for epoch in range(9):", "0", "    for batch in loader:\n").replace(
        / {4}optimizer.p.*/,
        '        optimizer.param_groups[0]["lr"] *= 0.5',
      ),
    ],
    [
      "by the turns of a loop in it",
      loop("for epoch in range(9):", "0.1 * 0.5 ** i", "    for i in range(3):\n").replace(
        "    optimizer.p",
        "        optimizer.p",
      ),
    ],
    ["over what is no range", loop("for x in things:", "0.1 * 0.5 ** x")],
    ["over numbers that are not in a row", loop("for x in [3, 1, 2]:", "0.1 * 0.5 ** x")],
  ])("is not read %s", (_, text) => {
    expect(() => read(text)).toThrow("with calls of none");
  });
});

test.each(['group["lr"] *= 0.5', 'group["lr"] = group["lr"] / 2'])(
  "a loop that goes on from its turn before: %s",
  (sets) => {
    const text = `import torch\noptimizer = torch.optim.SGD(p, lr=0.1)\nfor epoch in range(1, 91):\n    if epoch in [30, 60]:\n        for group in optimizer.param_groups:\n            ${sets}\n    train()\n`;
    const [reading] = read(text);
    expect(reading?.program?.lr).toEqual({ kind: "piecewise", from: 0.1, at: [29, 59], to: [0.05, 0.025] });
    expect(reading).toMatchObject({ unit: "epoch", run: { steps: 90 }, needs: [] });
  },
);

describe("a function that goes on from what its call before left", () => {
  const HEAD = "import torch\noptimizer = torch.optim.SGD(p, lr=0.1)\n";
  const LOOP = "for epoch in range(90):\n    adjust(optimizer, epoch)\n    train()\n";
  const TIMES = "for group in optimizer.param_groups:";
  const STEPS = { kind: "piecewise", from: 0.1, at: [30, 60], to: [0.05, 0.025] };
  const planOf = (text: string, values = {}) => read(HEAD + text, { values })[0]?.program?.lr;

  test.each([
    [
      "the rate itself",
      `def adjust(optimizer, epoch):\n    if epoch in [30, 60]:\n        ${TIMES}\n            group["lr"] *= 0.5\n`,
    ],
    [
      "the rate that it reads",
      `def adjust(optimizer, epoch):\n    ${TIMES}\n        if epoch == 30 or epoch == 60:\n            group["lr"] = group["lr"] * 0.5\n`,
    ],
    [
      "the first group's",
      `def adjust(optimizer, epoch):\n    if epoch in (30, 60):\n        lr = optimizer.param_groups[0]["lr"] * 0.5\n        ${TIMES}\n            group["lr"] = lr\n`,
    ],
    [
      "a name of the module",
      `lr = 0.1\ndef adjust(optimizer, epoch):\n    global lr\n    if epoch in [30, 60]:\n        lr *= 0.5\n    ${TIMES}\n        group["lr"] = lr\n`,
    ],
    [
      "an entry of a dictionary",
      `state = {"lr": 0.1}\ndef adjust(optimizer, epoch):\n    if epoch in [30, 60]:\n        state["lr"] *= 0.5\n        ${TIMES}\n            group["lr"] = state["lr"]\n        print("now {}".format(state["lr"]))\n`,
    ],
  ])("%s", (_, text) => {
    expect(planOf(text + LOOP)).toEqual(STEPS);
    expect(read(HEAD + text + LOOP)[0]).toMatchObject({ unit: "epoch", needs: [] });
  });

  test("a field of its class", () => {
    const text = `class T:
    def __init__(self):
        self.lr = 0.1
        self.optimizer = torch.optim.SGD(p, lr=self.lr)
    def adjust(self, epoch):
        if epoch in [30, 60]:
            self.lr *= 0.5
        for group in self.optimizer.param_groups:
            group["lr"] = self.lr
    def fit(self):
        for epoch in range(90):
            self.adjust(epoch)
`;
    expect(read(`import torch\n${text}`)[0]?.program?.lr).toEqual(STEPS);
  });

  test("each group's from its own", () => {
    const groups = 'import torch\noptimizer = torch.optim.SGD([{"params": a}, {"params": b, "lr": 1}], lr=0.1)\n';
    const text = `def adjust(optimizer, epoch):\n    if epoch == 30:\n        ${TIMES}\n            group["lr"] *= 0.5\n`;
    const [reading] = read(groups + text + LOOP);
    expect(reading?.program?.lr).toEqual([
      { kind: "piecewise", from: 0.1, at: [30], to: [0.05] },
      { kind: "piecewise", from: 1, at: [30], to: [0.5] },
    ]);
    const first = text.replace('group["lr"] *= 0.5', 'group["lr"] = optimizer.param_groups[0]["lr"] * 0.5');
    expect(() => read(groups + first + LOOP)).toThrow("one by another group's");
  });

  test("what it begins with is asked for by name", () => {
    const text = `def adjust(optimizer, epoch):\n    if epoch in [30, 60]:\n        state["lr"] *= 0.5\n        ${TIMES}\n            group["lr"] = state["lr"]\n`;
    expect(read(HEAD + text + LOOP)[0]?.needs.map(({ name }) => name)).toEqual(['state["lr"]']);
    expect(planOf(text + LOOP, { 'state["lr"]': 0.1 })).toEqual(STEPS);
  });

  const EVERY = `def adjust(optimizer, epoch):\n    if epoch % 30 == 0:\n        ${TIMES}\n            group["lr"] *= 0.5\n`;

  test("from its first call on", () => {
    const rates = (loop: string) => ratesOf(`${HEAD}${EVERY}${loop}`, [0, 1, 29, 30, 60]);
    expect(rates(LOOP)).toEqual([["0.05", "0.05", "0.05", "0.025", "0.0125"]]);
    expect(rates(LOOP.replace("range(90)", "range(1, 91)"))).toEqual([["0.1", "0.1", "0.1", "0.05", "0.025"]]);
    expect(rates(LOOP.replace("epoch)", "epoch + 1)"))).toEqual([["0.1", "0.1", "0.1", "0.05", "0.025"]]);
    const unknown = LOOP.replace("range(90)", "range(args.start, 90)");
    expect(() => read(HEAD + EVERY + unknown)).toThrow("a first call that is known");
    const apart = EVERY.replace("epoch % 30 == 0", "epoch and epoch % 30 == 0");
    expect(ratesOf(`${HEAD}${apart}${unknown}`, [0, 30])).toEqual([["0.1", "0.05"]]);
  });

  test.each([
    ["it is not seen to be called", ""],
    ["it is called twice", `${LOOP}${LOOP}`],
    [
      "it is called at every update",
      "for epoch in range(90):\n    for x in loader:\n        adjust(optimizer, epoch)\n",
    ],
    ["it is called by a condition", "for epoch in range(90):\n    if loss > best:\n        adjust(optimizer, epoch)\n"],
    ["it is told something else", "for epoch in range(90):\n    adjust(optimizer, count)\n"],
  ])("is none where %s", (_, loop) => {
    expect(told(HEAD + EVERY + loop)).toMatch(/changes the rate by what it was/);
  });
});
