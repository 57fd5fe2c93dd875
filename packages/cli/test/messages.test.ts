import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { excerpt } from "../src/source/excerpt.ts";
import { looksLikeCall } from "../src/source/looksLikeCall.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-messages-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const plot = (source: string, ...more: readonly string[]) => anneal(["plot", source, ...more]);
const SCHEDULED = "import torch\ns = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)\n";
const NEEDY = `from transformers import get_cosine_schedule_with_warmup
scheduler = get_cosine_schedule_with_warmup(optimizer, num_warmup_steps=5, num_training_steps=len(loader) * args.epochs)
`;

/** The character that a caret stands under. */
function underCaret(err: string): string {
  const lines = err.split("\n");
  const at = lines.findIndex((line) => /^\s*\^$/.test(line));
  return (lines[at - 1] as string).slice((lines[at] as string).indexOf("^"));
}

describe("a source that cannot be read is told with its place", () => {
  it.each([
    [
      "a class that is nearly known",
      "a.py",
      "import torch\ns = torch.optim.lr_scheduler.CosineAnealingLR(o, 5)\n",
      2,
      "torch.optim",
      "did you mean CosineAnnealingLR?",
    ],
    [
      "a bracket that is never closed",
      "b.py",
      "import torch\ns = torch.optim.lr_scheduler.StepLR(o, 5\nx = 3\n",
      3,
      "x = 3",
      "a syntax error here",
    ],
    [
      "broken JSON",
      "c.json",
      '{"kind": "linear", "from": 0.1,, "to": 0}',
      1,
      ', "to"',
      "expected a key in double quotes",
    ],
    [
      "broken JSON of a framework",
      "d.json",
      '{"scheduler": {"type": "WarmupLR" "params": {}}}',
      1,
      '"params"',
      'expected "," or "}"',
    ],
    ["broken YAML", "e.yaml", "a: [1, 2\nb: 3\n", 2, "b: 3", "reads as no YAML"],
    [
      "too many schedules",
      "f.py",
      `import torch\n${"s = torch.optim.lr_scheduler.StepLR(o, 5)\n".repeat(2100)}`,
      502,
      "torch.optim",
      "at most 500 schedules",
    ],
    [
      "a plan's value",
      "g.json",
      '{"kind": "linear",\n  "from": 1, "to": 0, "over": -5}',
      2,
      "-5}",
      "over: expected a time",
    ],
    [
      "a plan's field",
      "h.json",
      '{"kind": "linear",\n  "from": 1, "to": 0, "over": 5, "ovr": 5}',
      2,
      '"ovr"',
      "expected one of kind",
    ],
    [
      "a program's value",
      "i.json",
      '{"program": {"lr": [{"kind": "constant",\n"value": -1}]}}',
      2,
      "-1}",
      "value: expected a level",
    ],
    [
      "a list of rates",
      "j.json",
      '{"program": {"lr": {"kind": "constant", "value": 1}},\n "bases": 3}',
      2,
      "3}",
      "bases: expected a list of rates",
    ],
    [
      "a setting that is nearly known",
      "k.yaml",
      "learning_rate: 0.1\nlr_scheduler_type: cosin\nmax_steps: 10\n",
      2,
      "lr_scheduler_type",
      'did you mean "cosine"?',
    ],
  ])("%s", async (_, name, text, line, under, told) => {
    const path = file(name, text);
    const { code, err } = await plot(path);
    expect(code).toBe(2);
    expect(err).toContain(told);
    expect(err.startsWith(`${path}:${line}:`)).toBe(true);
    expect(underCaret(err).startsWith(under)).toBe(true);
  });

  it("that fails only when its run is known, in the plan's own file", async () => {
    const path = file(
      "rest.json",
      '{"kind":"sequence","parts":[{"kind":"linear","from":0,"to":1,"over":9},\n{"kind":"cosine","from":1,"to":0,"over":"rest"}]}',
    );
    const { err } = await plot(path, "--steps", "5");
    expect(err).toContain(`${path}:2:41: parts[1].over: `);
    expect(underCaret(err)).toMatch(/^"rest"/);
  });

  it.each([
    [
      "warmupCosine({warmup: 500})",
      'parts[1].over: nothing is left for "rest": parts[0] takes 500 steps and the run has 400',
    ],
    [
      "wsd({warmup: 500, decay: 100})",
      'parts[1].parts[0].over: nothing is left for "rest": the other parts take 600 steps and the run has 400',
    ],
    [
      "product(warmupCosine({warmup: 500}), constant({value: 2}))",
      'factors[0].parts[1].over: nothing is left for "rest": factors[0].parts[0] takes 100 steps more than there are',
    ],
  ])("says what is too long for the run: %s", async (plan, told) => {
    const { code, err } = await plot(plan, "--base", "0.1", "--steps", "400");
    expect([code, err]).toEqual([2, expect.stringContaining(`${told}\n`)]);
  });

  it("is told by the parser that refused it for its length", async () => {
    const { err } = await plot(file("long.py", `${SCHEDULED}x = 1 # ${"a".repeat(2_000_000)}\n`));
    expect(err).toMatch(/expected at most 2000000 characters of Python, received \d+\n$/);
  });

  it("keeps the caret under its character in long lines, after wide letters and tabs", async () => {
    const long = await plot(
      file("wide.json", `{"kind": "linear", "from": 1, ${" ".repeat(300)}"to": -1, "over": 5${" ".repeat(200)}}`),
    );
    expect(underCaret(long.err)).toMatch(/^-1/);
    expect(
      Math.max(
        ...long.err
          .split("\n")
          .slice(1)
          .map((line) => line.length),
      ),
    ).toBeLessThan(110);
    expect(excerpt("学习率 = x", { line: 1, column: 7 })).toBe(`\n  学习率 = x\n  ${" ".repeat(9)}^`);
    expect(excerpt("a\r\n\tlr: x", { line: 2, column: 6 })).toBe("\n  \tlr: x\n  \t    ^");
    expect(excerpt("a\u001b[2Jb", { line: 1, column: 6 })).toBe("\n  a�[2Jb\n       ^");
    expect(excerpt("a", { line: 9, column: 1 })).toBe("");
  });
});

describe("a call that is wrong", () => {
  it.each([
    ["warmupCosin({warmup: 5})", "warmupCosin", "did you mean warmupCosine?"],
    ["warmupCosine({warmup: -5})", "-5", "warmupCosine.warmup: expected a time"],
    ["warmupCosine({warmup: 50, flor: 3})", "flor", 'received "flor"'],
    ['sequence(linear({from: 0, to: 1, over: 5}), cosine({from: 1, to: 0, over: "foo"}))', '"foo"', "parts[1].over: "],
    ["product(constant({value: 1}), [3])", "[3]", "factors[1]: expected a plan"],
    ["warmupCosine({warmup: 5}).foo", "foo", "expected a part of what the call makes"],
    ["{lr: constant({value: 1}), momentum: constant({value: -2})}.lr", "{lr", "there is no such file"],
  ])("%s is told at what is wrong", async (call, under, told) => {
    const { code, err } = await plot(call, "--base", "1", "--steps", "50");
    expect(code).toBe(2);
    expect(err).toContain(told);
    if (!told.includes("file")) expect(underCaret(err).startsWith(under)).toBe(true);
  });

  it("that fails only when its run is known is told there too", async () => {
    const { err } = await plot(
      "sequence(linear({from: 0, to: 1, over: 9}), cosine({from: 1, to: 0, over: 'rest'}))",
      "--steps",
      "5",
    );
    expect(underCaret(err)).toMatch(/^'rest'/);
  });

  it("without its parentheses is told how calls are written, and a file's near name", async () => {
    expect((await plot("warmupCosine")).err).toBe(
      "anneal: warmupCosine: there is no such file; a call has its parentheses: 'warmupCosine({…})'\n",
    );
    file("train_model.py", SCHEDULED);
    expect((await plot(join(folder, "train_modle.py"))).err).toContain(
      `did you mean ${join(folder, "train_model.py")}?`,
    );
    expect((await plot("no-such-folder/x.py")).err).toContain("and no folder no-such-folder");
  });

  it.each([
    ["C:\\runs\\plan.json", false],
    ["C:\\runs (1)\\plan.json", false],
    [".\\train.py", false],
    ["\\\\server\\share\\plan (2).json", false],
    ["train (1).py", false],
    ["plan(2).json", false],
    ["/home/me/f(x)/plan.yaml", false],
    ["warmupCosine({warmup: 5})", true],
    ["  cosine ({ from: 1, to: 0, over: 1.5 });", true],
    ["rexSchedule(", true],
    ["warmupCosine({warmup: 5", true],
    ["oneCycle({peak: 0.1, over: 9}).lr", true],
  ])("%s is told from a path", (text, isCall) => {
    expect(looksLikeCall(text)).toBe(isCall);
  });
});

describe("a need", () => {
  it("of a function is its parameters, by their names; a function that is not read is told by its own", async () => {
    const head = "import torch\ndef adjust(optimizer, epoch, it, iters):\n    lr = 0.5 ** (epoch + it / iters)\n";
    const sets = '    for g in optimizer.param_groups:\n        g["lr"] = lr\n';
    const { code, err } = await plot(file("several.py", head + sets), "--steps", "9");
    expect(code).toBe(2);
    expect(err).toContain('say what it is: --set "it=…" (adjust: a function of epoch and it and iters)');
    expect(err).toContain('say what iters is: --set "iters=…"');
    expect(err).not.toContain('--set "def');
    const told = await plot(file("loop.py", `${head}    while lr > 1: lr -= 1\n${sets}`), "--steps", "9");
    expect(told.err).toContain("adjust cannot be read (adjust: a function with a loop)");
    expect(told.err).not.toContain("--set");
  });

  it("is told with its place, and the facts that nothing asks for with the one that was meant", async () => {
    const path = file("needy.py", NEEDY);
    const { code, err } = await plot(path, "--set", "len(loadr)=5", "--set", "args.epochs=3");
    expect(code).toBe(2);
    expect(err).toContain(`${path}:2:95: say what len(loader) is: --set "len(loader)=…"`);
    expect(underCaret(err)).toMatch(/^len\(loader\)/);
    expect(err).toContain('nothing asks for "len(loadr)"; did you mean "len(loader)"?');
  });

  it.each([
    ["--steps", NEEDY, "len(loader) * args.epochs is 90, as --steps says"],
    [
      "--steps",
      NEEDY.replace("len(loader) * args.epochs", "max_train_steps"),
      "max_train_steps is 90, as --steps says",
    ],
    ["--steps-per-epoch", NEEDY.replace("args.epochs", "3"), "len(loader) is 90, as --steps-per-epoch says"],
    [
      "--steps",
      '{"scheduler": {"type": "WarmupDecayLR", "params": {"warmup_num_steps": 5, "total_num_steps": "auto"}}}',
      "as --steps says",
    ],
  ])("that %s plainly answers is answered by it, with a note", async (flag, text, note) => {
    const { code, err } = await plot(file("answered", text), flag, "90", "--base", "0.1");
    expect(err).toContain(note);
    expect(code).toBe(0);
  });

  it("that a flag may mean something else by is asked for", async () => {
    const text = NEEDY.replace("len(loader) * args.epochs", "len(val_loader) * args.epochs").replace("=5,", "=n,");
    const { code, err } = await plot(file("asked.py", text), "--steps-per-epoch", "9");
    expect(code).toBe(2);
    expect(err).toContain("say what len(val_loader) is");
  });

  it("that is given a text tells so", async () => {
    const { err } = await plot(file("text.py", NEEDY), "--set", "len(loader)=abc", "--set", "args.epochs=1");
    expect(err).toContain("anneal: --set len(loader)=abc gives a text, where a number may be needed");
  });

  it.each([
    [["--steps", "1.5"], "--steps: expected a whole number from 1, or epochs such as 30ep, received 1.5"],
    [["--steps", "0"], "--steps: expected a whole number from 1, or epochs such as 30ep, received 0"],
    [["--base", "-1"], "--base: expected a rate from 0, received -1"],
    [["--steps-per-epoch", "0"], "--steps-per-epoch: expected a number above 0, received 0"],
    [["--set", "=3"], '--set =3: expected name=value, such as --set "len(loader)=250"'],
  ])("%s is refused by its flag", async (flags, told) => {
    expect(await plot("constant({value: 1})", ...flags)).toMatchObject({ code: 2, err: `anneal: ${told}\n` });
  });
});

describe("a text of another encoding", () => {
  const utf16 = (mark: boolean) => Buffer.from(`${mark ? "\uFEFF" : ""}${SCHEDULED}`, "utf16le");
  it.each([
    ["UTF-16 as PowerShell writes it", utf16(true)],
    ["UTF-16 with its bytes the other way", utf16(true).swap16()],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${SCHEDULED}`)],
    ["lines that end as Windows ends them", Buffer.from(SCHEDULED.replaceAll("\n", "\r\n"))],
  ])("%s is read", async (_, bytes) => {
    const expected = await plot(file("plain.py", SCHEDULED), "--steps", "90", "--base", "1", "--json");
    expect(JSON.parse(expected.out).curves[0].values[30]).toBeCloseTo(0.1);
    const { out } = await plot(file("plain.py", bytes), "--steps", "90", "--base", "1", "--json");
    expect(out).toBe(expected.out);
    const { out: piped } = await anneal(["plot", "-", "--steps", "90", "--base", "1", "--json"], { stdin: bytes });
    expect(JSON.parse(piped).curves[0].values).toEqual(JSON.parse(out).curves[0].values);
  });

  it("is refused clearly where it has no mark, or is no text", async () => {
    const path = file("unmarked.py", utf16(false));
    expect((await plot(path)).err).toBe(`anneal: ${path}: it is UTF-16 without its mark: save it as UTF-8\n`);
    const binary = file("binary", Buffer.from([127, 69, 76, 70, 2, 1, 1, 0, 0, 9, 8, 7]));
    expect((await plot(binary)).err).toBe(`anneal: ${binary}: it is no text\n`);
    expect((await plot(folder)).err).toBe(`anneal: ${folder}: it is a folder\n`);
  });
});

describe("a framework's names", () => {
  it.each(["torch", "pytorch", "PyTorch"])("--from %s is one reader", async (name) => {
    const { code } = await plot(file("named.py", SCHEDULED), "--from", name, "--steps", "90", "--base", "1");
    expect(code).toBe(0);
  });
});

describe("a name that is nearly right", () => {
  it.each([
    ["an argument", "import torch\ns = torch.optim.lr_scheduler.StepLR(o, step_sze=3)\n", "did you mean step_size?"],
    [
      "a class in a configuration",
      '{"scheduler": {"type": "WarmupDecyLR", "params": {}}}',
      "did you mean WarmupDecayLR?",
    ],
    [
      "a class of another framework",
      "import optax\ns = optax.warmup_cosine_decay_schedul(0, 1, 2, 3)\n",
      "did you mean warmup_cosine_decay_schedule?",
    ],
    [
      "a schedule's name",
      'import transformers\ns = transformers.get_scheduler("cosin", o, 1, 2)\n',
      'did you mean "cosine"?',
    ],
  ])("is told what was meant: %s", async (_, text, told) => {
    const { code, err } = await plot(file("near", text));
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it("is none where it only is a word that is a part of one", async () => {
    const { err } = await plot(file("part.py", "import torch\nm = torch.nn.Linear(3, 4)\n"));
    expect(err).not.toContain("did you mean");
  });
});

describe("a plan's own file", () => {
  it.each([
    ["comments", '{\n  // mine\n  "kind": "constant", "value": 1\n}', "2:3: expected JSON, which has no comments"],
    ["no plans", '{"program": {}}', "1:13: program: expected an object with a plan for each hyperparameter"],
    ["a list of plans", '{"program": []}', "1:13: program: expected an object with a plan for each hyperparameter"],
    [
      "a run that is none",
      '{"program": {"lr": {"kind": "constant", "value": 1}}, "run": 3}',
      "1:62: run: expected an object",
    ],
  ])("with %s is refused where that stands", async (_, text, told) => {
    const path = file("own.json", text);
    expect((await plot(path)).err.startsWith(`${path}:${told}`)).toBe(true);
  });
});
