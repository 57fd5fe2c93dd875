import { describe, expect, test } from "vitest";
import { read } from "../src/index.ts";

const HEAD = "import torch\nopt = torch.optim.SGD(p, lr=0.1)\ns = torch.optim.lr_scheduler.StepLR(opt, 30)\n";

/** What one step is and how many there are, by a loop. */
function clockOf(loop: string, head = HEAD): unknown {
  const [{ unit, run: { steps } = {} } = {}] = read(head + loop);
  return { unit, steps };
}

const notesOf = (loop: string, head = HEAD): string =>
  read(head + loop)
    .flatMap(({ notes }) => notes.map(({ text, place }) => `${place?.line}: ${text}`))
    .join("\n");

describe("what one step of a scheduler is", () => {
  test.each<[string, string, string | undefined, number?]>([
    ["an epoch", "for epoch in range(90):\n  for x in loader:\n    opt.step()\n  s.step()\n", "epoch", 90],
    ["an epoch of a length by name", "n = 12\nfor epoch in range(1, n + 1):\n  s.step()\n", "epoch", 12],
    ["an epoch of no known length", "for epoch in range(args.epochs):\n  s.step()\n", "epoch"],
    ["an epoch by what is counted to", "for e in range(num_epochs):\n  s.step()\n", "epoch"],
    ["an epoch while there are some", "while epoch < 90:\n  s.step()\n", "epoch"],
    ["a batch", "for epoch in range(90):\n  for x, y in train_loader:\n    s.step()\n", "update"],
    ["a batch by number", "for epoch in range(9):\n  for i, b in enumerate(data):\n    s.step()\n", "update"],
    ["an iteration", "for it in range(1000):\n  for k in range(2): pass\n  s.step()\n", undefined, 1000],
    ["an iteration of no known number", "for it in range(k):\n  s.step()\n", undefined],
    ["in two loops of no name", "for a in range(25):\n  for b in range(40):\n    s.step()\n", undefined, 1000],
    [
      "in a loop through numbers, in an epoch",
      "for epoch in range(n):\n  for i in range(40):\n    s.step()\n",
      "update",
    ],
    ["a step", "for step in range(1000):\n  s.step()\n", "update", 1000],
    ["a phase", "for epoch in range(5):\n  for phase in ['a', 'b']:\n    if phase == 'a': s.step()\n", "epoch"],
    ["a phase each", "for epoch in range(5):\n  for phase in ['a', 'b']:\n    s.step()\n", undefined, 10],
    ["accumulated", "for i, b in enumerate(data):\n  if (i + 1) % accum == 0:\n    s.step()\n", "update"],
    ["where there is one", "for epoch in range(n):\n  if s is not None:\n    s.step()\n", "epoch"],
    ["told a metric", "for epoch in range(n):\n  s.step(loss)\n", "epoch"],
    [
      "told a part of an epoch",
      "for epoch in range(n):\n  for i, b in enumerate(data):\n    s.step(epoch + i / k)\n",
      "epoch",
    ],
    ["of something else", "for epoch in range(n):\n  other.step()\n", undefined],
    ["in no loop", "s.step()\n", undefined],
  ])("%s", (_, loop, unit, steps) => expect(clockOf(loop)).toEqual({ unit, steps }));

  test("in a function that is given it", () => {
    const loop = "def train(s):\n  for x in loader:\n    s.step()\nfor epoch in range(9):\n  train(s)\n";
    expect(clockOf(loop)).toEqual({ unit: "update", steps: undefined });
  });

  test("in a class", () => {
    const text =
      "class T:\n  def __init__(self):\n    self.s = torch.optim.lr_scheduler.StepLR(opt, 3)\n  def fit(self):\n    for epoch in range(7):\n      self.s.step()\n";
    expect(clockOf(text, "import torch\n")).toEqual({ unit: "epoch", steps: 7 });
  });

  test("whichever of two it is", () => {
    const text =
      "if args.a:\n  s = torch.optim.lr_scheduler.StepLR(opt, 3)\nelse:\n  s = torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)\nfor epoch in range(7):\n  s.step()\n";
    expect(read(`import torch\n${text}`).map(({ name, unit }) => [name, unit])).toEqual([
      ["StepLR", "epoch"],
      ["ExponentialLR", "epoch"],
    ]);
  });

  test.each<[string, string, number?]>([
    ["both loops", "for epoch in range(90):\n  for x, y in train_loader:\n    s.step()\n", 90],
    [
      "accumulation",
      "for e in trange(9, 12):\n  for i, b in enumerate(data):\n    if (i + 1) % accum == 0: s.step()\n",
    ],
    [
      "epochs, accumulated",
      "for epoch in range(9):\n  for i, b in enumerate(data):\n    if i % accum == 0: s.step()\n",
      9,
    ],
    ["a condition", "for epoch in range(9):\n  for b in data:\n    if b: s.step()\n"],
    ["a third loop", "for epoch in range(9):\n  for b in data:\n    for c in b.batches: s.step()\n"],
    ["a fold around", "for fold in range(5):\n  for b in data:\n    s.step()\n"],
  ])("how many epochs there are: %s", (_, loop, epochs) => {
    const [{ epochs: read_, run: { steps } = {} } = {}] = read(HEAD + loop);
    expect([read_, steps]).toEqual([epochs, undefined]);
  });

  test.each<[string, number?]>([
    ["range(600_000)", 600_000],
    ["range(100, 50_100)", 50_000],
    ["trange(20000)", 20_000],
    ["tqdm(range(20000), desc='x')", 20_000],
    ["enumerate(range(n * 1000))"],
    ["range(0, 50_000, 2)"],
  ])("a range that is longer than a list: %s", (over, steps) => {
    expect(clockOf(`for step in ${over}:\n  s.step()\n`)).toEqual({ unit: "update", steps });
  });

  test("timm's, which says itself what it counts", () => {
    const head = "import timm.scheduler\ns = timm.scheduler.CosineLRScheduler(opt, t_initial=10, warmup_t=2)\n";
    expect(clockOf("for epoch in range(30):\n  s.step(epoch + 1)\n", head)).toEqual({ unit: "epoch", steps: 30 });
  });

  test("is told, with its place", () => {
    expect(notesOf("for epoch in range(n):\n  s.step()\n")).toBe("5: step() is called once an epoch");
    expect(notesOf("for epoch in range(n):\n  if epoch % 5:\n    s.step()\n")).toBe(
      "6: step() is called only where epoch % 5: what one step is cannot be told",
    );
    expect(notesOf("for epoch in range(n):\n  for b in data:\n    s.step()\n  s.step()\n")).toBe(
      "6: step() is called in several loops, at lines 6, 7: what one step is cannot be told",
    );
  });

  const BATCHES = "for epoch in range(35):\n  for i, b in enumerate(loader):\n";
  test.each<[string, string, number | undefined]>([
    ["after the update", `${BATCHES}    opt.step()\n    s.step(epoch + i / len(loader))\n`, 1],
    ["after the update, which counts", `${BATCHES}    opt.step()\n    s.step(epoch + (i + 1) / n)\n`, 0],
    ["before the update", `${BATCHES}    s.step(epoch + i / n)\n    opt.step()\n`, 0],
    ["counted from 1", `${BATCHES.replace("loader)", "loader, 1)")}    opt.step()\n    s.step(epoch + i / n)\n`, 0],
    ["where no update is seen", `${BATCHES}    s.step(epoch + i / n)\n`, 1],
    ["in whole epochs", `${BATCHES}    opt.step()\n    s.step(epoch)\n`, 1],
    ["in whole epochs of a part", `${BATCHES}    opt.step()\n    s.step(int(epoch + i / n))\n`, 1],
    ["in whole epochs, before the update", `${BATCHES}    s.step(epoch)\n    opt.step()\n`, undefined],
  ])("told what part of the epochs is done: %s", (_, loop, behind) => {
    const [{ unit, run, fraction } = {}] = read(HEAD + loop);
    expect([unit, run?.steps, fraction?.behind]).toEqual(["epoch", 35, behind]);
  });

  test.each<[string, string, true | undefined]>([
    ["range(1, 36)", "epoch", true],
    ["range(1, 36)", "epoch - 1", undefined],
    ["range(1, 36)", "epoch + i / n", true],
    ["range(1, 36)", "epoch - 1 + i / n", undefined],
    ["range(35)", "epoch + 1", true],
    ["range(start, 35)", "epoch", undefined],
  ])("told in a loop over %s of %s", (over, what, isUnclocked) => {
    const loop = BATCHES.replace("range(35)", over);
    const [reading] = read(`${HEAD}${loop}    opt.step()\n    s.step(${what})\n`);
    expect(reading?.isUnclocked).toBe(isUnclocked);
  });

  test("told whole epochs, as which the rate of an epoch's first update is still the one before's", () => {
    const [whole] = read(`${HEAD}${BATCHES}    opt.step()\n    s.step(epoch)\n`);
    expect(whole?.fraction).toEqual({ behind: 1, isWhole: true });
    expect(whole?.notes.map(({ text }) => text).join()).toContain("how many epochs are done, and the rate is the next");
    const [part] = read(`${HEAD}${BATCHES}    opt.step()\n    s.step(epoch + i / n)\n`);
    expect(part?.fraction?.isWhole).toBeUndefined();
  });

  test("told how many updates are done, or what cannot be told", () => {
    const [counted] = read(`${HEAD}${BATCHES}    opt.step()\n    s.step(epoch * len(loader) + i)\n`);
    expect([counted?.unit, counted?.isUnclocked]).toEqual(["update", undefined]);
    const [other] = read(`${HEAD}${BATCHES}    opt.step()\n    s.step(x)\n`);
    expect(other?.isUnclocked).toBe(true);
  });

  const perEpoch = (variable: string, over: string, condition: string) =>
    `for ${variable} in ${over}:\n  for b in data:\n    opt.step()\n  if ${condition}:\n    s.step()\n`;
  const perUpdate = (condition: string, before = "opt.step()") =>
    `for epoch in range(20):\n  for i in range(30):\n    ${before}\n    if ${condition}:\n      s.step()\n`;
  test.each<[string, object | undefined, string | undefined]>([
    [perUpdate("(i + 1) % 3 == 0"), { count: 3, isPerEpoch: true }, "update"],
    [perUpdate("not (i + 1) % 3"), { count: 3, isPerEpoch: true }, "update"],
    [perEpoch("epoch", "range(50)", "(epoch + 1) % 5 == 0"), { count: 5, isPerEpoch: false }, "epoch"],
    [perEpoch("epoch", "range(1, 51)", "epoch % 5 == 0"), { count: 5, isPerEpoch: false }, "epoch"],
    [
      "for step in range(90):\n  opt.step()\n  if (step + 1) % 2 == 0: s.step()\n",
      { count: 2, isPerEpoch: false },
      "update",
    ],
    // In another phase.
    [perUpdate("i % 3 == 0"), { count: 3, isPerEpoch: true, early: 2 }, "update"],
    [perUpdate("not i % 3"), { count: 3, isPerEpoch: true, early: 2 }, "update"],
    [perEpoch("epoch", "range(50)", "epoch % 5 == 0"), { count: 5, isPerEpoch: false, early: 4 }, "epoch"],
    [perEpoch("epoch", "range(50)", "epoch % 3 == 1"), { count: 3, isPerEpoch: false, early: 1 }, "epoch"],
    [perEpoch("epoch", "range(1, 51)", "(epoch + 2) % 3 == 1"), { count: 3, isPerEpoch: false, early: 1 }, "epoch"],
    [perEpoch("epoch", "range(50)", "epoch % 3 == 2"), { count: 3, isPerEpoch: false }, "epoch"],
    [
      perEpoch("epoch", "range(50)", "epoch % 3 == 0 and epoch > 0"),
      { count: 3, isPerEpoch: false, early: -1 },
      "epoch",
    ],
    [perEpoch("epoch", "range(50)", "epoch >= 10"), { count: 1, isPerEpoch: false, early: -10 }, "epoch"],
    // By a count of its own.
    [
      "n = 0\nfor epoch in range(20):\n  for b in data:\n    opt.step()\n    n += 1\n    if n % 4 == 0:\n      s.step()\n",
      { count: 4, isPerEpoch: false },
      "update",
    ],
    [
      "n = 0\nfor epoch in range(20):\n  for b in data:\n    opt.step()\n    if n % 4 == 0:\n      s.step()\n    n += 1\n",
      { count: 4, isPerEpoch: false, early: 3 },
      "update",
    ],
    [
      "for epoch in range(20):\n  n = 1\n  for b in data:\n    opt.step()\n    if n % 4 == 0: s.step()\n    n += 1\n",
      { count: 4, isPerEpoch: true },
      "update",
    ],
    // Ahead of the updates.
    [
      "for epoch in range(9):\n  s.step()\n  for b in data:\n    opt.step()\n",
      { count: 1, isPerEpoch: false, early: 1 },
      "epoch",
    ],
    ["for epoch in range(9):\n  s.step()\n  train(model, opt)\n", { count: 1, isPerEpoch: false, early: 1 }, "epoch"],
    [
      "s.step()\nfor epoch in range(9):\n  for b in data:\n    opt.step()\n  s.step()\n",
      { count: 1, isPerEpoch: false, early: 1 },
      "epoch",
    ],
    [
      "for epoch in range(9):\n  for b in data:\n    s.step()\n    opt.step()\n",
      { count: 1, isPerEpoch: false, early: 1 },
      "update",
    ],
    // Several of one update's.
    [
      "for epoch in range(9):\n  for i in range(30):\n    if (i + 1) % 3 == 0:\n      opt.step()\n    s.step()\n",
      { count: 1 / 3, isPerEpoch: false, early: 2 / 3 },
      "update",
    ],
    // These count otherwise, never come, or do not show what an update is.
    [perEpoch("epoch", "range(50)", "epoch % 3"), undefined, undefined],
    [perEpoch("epoch", "range(50)", "not (epoch % 3 == 1)"), undefined, undefined],
    [perEpoch("epoch", "range(50)", "epoch % 3 == 3"), undefined, undefined],
    [perEpoch("epoch", "range(0, 50, 2)", "(epoch + 1) % 5 == 0"), undefined, undefined],
    [perUpdate("(i + 1) % 3 != 0"), undefined, undefined],
    [perUpdate("(i + 1) % 3 == 0", "pass"), undefined, undefined],
  ])("once in several: %j", (loop, every, unit) => {
    const [reading] = read(HEAD + loop);
    expect([reading?.every, reading?.unit, reading?.isUnclocked]).toEqual([every, unit, every ? undefined : true]);
  });

  test("several times an update, of which there are fewer than batches", () => {
    const loop =
      "for epoch in range(9):\n  for i, b in enumerate(loader):\n    if (i + 1) % 2 == 0:\n      opt.step()\n    s.step()\n";
    const [open] = read(HEAD + loop);
    expect([open?.every?.count, open?.isUnclocked, open?.run, open?.epochs]).toEqual([0.5, true, { base: 0.1 }, 9]);
    expect(open?.notes.map(({ text }) => text)).toContain("that is so only where an epoch has a multiple of 2 batches");
    const [even] = read(HEAD + loop, { values: { "len(loader)": 10 } });
    expect([even?.every?.count, even?.isUnclocked, even?.run?.steps]).toEqual([0.5, undefined, 45]);
    // Of 3 batches the last one is left over.
    const [odd] = read(HEAD + loop, { values: { "len(loader)": 3 } });
    expect([odd?.every?.count, odd?.every?.early, odd?.run?.steps]).toEqual([1 / 3, 1 / 3, 9]);
  });

  test("in every phase as often as the loop itself does", () => {
    for (const [count, from, more] of [
      [2, 0, 0],
      [3, 0, 1],
      [3, 1, 0],
      [4, 1, 2],
      [5, 2, 4],
    ] as const) {
      for (let rest = 0; rest < count; rest++) {
        const [reading] = read(
          HEAD + perEpoch("epoch", `range(${from}, 60)`, `(epoch + ${more}) % ${count} == ${rest}`),
        );
        expect(reading?.every?.count).toBe(count);
        const early = reading?.every?.early ?? 0;
        let done = 0;
        for (let turn = 0; turn < 40; turn++) {
          expect([count, from, more, rest, turn, Math.floor((turn + early) / count)]).toEqual([
            ...[count, from, more, rest, turn, done],
          ]);
          if ((from + turn + more) % count === rest) done++;
        }
      }
    }
  });

  const TIMM = "import timm.scheduler\nopt = torch.optim.AdamW(p, lr=1e-3)\n";
  const byEpochs = `${TIMM}s = timm.scheduler.StepLRScheduler(opt, decay_t=4, decay_rate=0.5)\n`;
  const byUpdates = `${TIMM}s = timm.scheduler.CosineLRScheduler(opt, t_initial=100, t_in_epochs=False)\n`;
  const epochs = (before: string, after: string, range = "20") =>
    `for epoch in range(${range}):\n${before}  for b in loader:\n    opt.step()\n${after}`;
  const updates = (before: string, after: string, head = "") =>
    `${head}for epoch in range(20):\n  for i, b in enumerate(loader):\n${before}    opt.step()\n${after}`;
  test.each<[string, string, string, number | undefined]>([
    ["an epoch less", byEpochs, epochs("", "  s.step(epoch)\n"), -1],
    ["the epoch to come", byEpochs, epochs("", "  s.step(epoch + 1)\n"), undefined],
    ["the epoch", byEpochs, epochs("  s.step(epoch)\n", ""), undefined],
    ["an epoch more", byEpochs, epochs("  s.step(epoch + 1)\n", ""), 1],
    ["epochs from 1", byEpochs, epochs("", "  s.step(epoch)\n", "1, 21"), undefined],
    ["PyTorch's, an epoch less", HEAD, epochs("", "  s.step(epoch)\n"), -1],
    ["PyTorch's, the epoch", HEAD, epochs("  s.step(epoch)\n", ""), undefined],
    ["PyTorch's, by name", HEAD, epochs("", "  s.step(epoch=epoch + 1)\n"), undefined],
    ["an update less", byUpdates, updates("", "    s.step_update(epoch * len(loader) + i)\n"), -1],
    ["the update to come", byUpdates, updates("", "    s.step_update(epoch * len(loader) + i + 1)\n"), undefined],
    ["the update", byUpdates, updates("    s.step_update(epoch * len(loader) + i)\n", ""), undefined],
    ["a count", byUpdates, updates("", "    n += 1\n    s.step_update(num_updates=n)\n", "n = 0\n"), undefined],
    ["a count before", byUpdates, updates("", "    s.step_update(n)\n    n += 1\n", "n = 0\n"), -1],
    ["what is not known", byUpdates, updates("", "    s.step_update(x)\n"), undefined],
  ])("told another epoch or update than the one to come: %s", (_, head, loop, early) => {
    const [reading] = read(head + loop);
    expect([reading?.problems, reading?.every?.early]).toEqual([[], early]);
    expect(reading?.notes.some(({ text }) => text.includes(early === 1 ? "early" : "late"))).toBe(early !== undefined);
  });

  test("how many of them there are is counted in all of them", () => {
    const [reading] = read(HEAD + perUpdate("(i + 1) % 3 == 0"));
    expect([reading?.run, reading?.epochs]).toEqual([{ base: 0.1, steps: 600, stepsPerEpoch: 30 }, 20]);
  });

  test("is not what a schedule counts in, which is told", () => {
    const head = "import timm.scheduler\ns = timm.scheduler.CosineLRScheduler(opt, t_initial=10)\n";
    expect(notesOf("for b in data:\n  s.step()\n", head)).toMatch(
      /4: step\(\) is called once an update, and the schedule counts in epochs/,
    );
  });

  test("the default of a flag is the length, with a note", () => {
    const head = `import argparse\np = argparse.ArgumentParser()\np.add_argument("--epochs", type=int, default=12)\nargs = p.parse_args()\n${HEAD}`;
    expect(clockOf("for epoch in range(args.epochs):\n  s.step()\n", head)).toEqual({ unit: "epoch", steps: 12 });
    expect(notesOf("for epoch in range(args.epochs):\n  s.step()\n", head)).toMatch(/default 12 of --epochs/);
  });
});
