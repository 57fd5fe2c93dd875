import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "epochs-"));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = "import torch\nfrom torch.optim.lr_scheduler import *\noptimizer = torch.optim.SGD(p, lr=0.1)\n";
const perEpoch = (epochs: number) =>
  `for epoch in range(${epochs}):\n  for x in train_loader:\n    optimizer.step()\n  scheduler.step()\n`;
const perBatch = (epochs: number) =>
  `for epoch in range(${epochs}):\n  for x in train_loader:\n    optimizer.step()\n    scheduler.step()\n`;
const cosine = "scheduler = CosineAnnealingLR(optimizer, T_max=90)\n";
const cycle = "scheduler = OneCycleLR(optimizer, max_lr=0.1, epochs=30, steps_per_epoch=len(train_loader))\n";
const steps = "scheduler = MultiStepLR(optimizer, milestones=[10, 20, 25], gamma=0.1)\n";

beforeAll(() => {
  const texts = {
    "cosine.py": cosine + perEpoch(90),
    "cosinePerBatch.py": cosine + perBatch(90),
    "oneCycle.py": cycle + perBatch(30),
    "oneCyclePerEpoch.py": cycle + perEpoch(30),
    "steps.py": steps + perEpoch(30),
    "endless.py": `scheduler = ExponentialLR(optimizer, gamma=0.9)\n${perEpoch(5).replace("range(5)", "range(n)")}`,
    "long.py": "scheduler = StepLR(optimizer, 7)\nfor step in range(600_000):\n  scheduler.step()\n",
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(file(name), HEAD + text);
});

const EACH = ["--steps-per-epoch", "100"];

describe("check, of a schedule that is stepped once an epoch", () => {
  const codes = async (name: string, ...flags: string[]) => {
    const { code, out } = await anneal(["check", file(name), "--json", ...flags]);
    const { findings } = JSON.parse(out) as { findings: { code: string; severity: string }[] };
    const told = findings.filter(({ severity }) => severity === "error").map((one) => one.code);
    return { code, told };
  };

  it.each([[[]], [["--steps", "9000"]]])("has nothing against a correct one (%j)", async (flags) => {
    expect(await codes("cosine.py", ...EACH, ...flags)).toEqual({ code: 0, told: [] });
    const half = await anneal(["check", file("cosine.py"), ...EACH, "--steps", "4500"]);
    expect(half.out).toContain("the decay ends at 90 epochs and the run at 45 epochs");
  });

  it.each([[[]], [["--steps", "3000"]]])("finds one that counts updates (%j)", async (flags) => {
    expect(await codes("oneCyclePerEpoch.py", ...EACH, ...flags)).toEqual({ code: 1, told: ["AN014"] });
    expect(await codes("oneCycle.py", ...EACH, ...flags)).toEqual({ code: 0, told: [] });
  });

  it.each([[[]], [["--steps", "9000"]]])("finds one of epochs that is stepped every update (%j)", async (flags) => {
    expect(await codes("cosinePerBatch.py", ...EACH, ...flags)).toEqual({ code: 1, told: ["AN014"] });
  });

  it("takes a run of as many epochs as an epoch has updates for what it is", async () => {
    expect(await codes("cosine.py", "--steps-per-epoch", "90", "--steps", "8100")).toEqual({ code: 0, told: [] });
  });

  it("says that OneCycleLR ends the training", async () => {
    const { code, out } = await anneal(["check", file("oneCycle.py"), ...EACH, "--steps", "5000"], { columns: 300 });
    expect(code).toBe(1);
    expect(out).toMatch(/error AN002\n.*\n.*step\(\) number 3001\s+raises a ValueError/);
    expect((await codes("oneCycle.py", ...EACH, "--steps", "3001")).told).toEqual(["AN002"]);
    const cosine = await anneal(["check", file("cosinePerBatch.py"), "--steps", "5000"]);
    expect(cosine.out).not.toContain("raises");
  });
});

describe("table and plot", () => {
  it("count updates where an epoch's are known", async () => {
    const { out } = await anneal(["table", file("steps.py"), ...EACH, "--steps", "3000", "--json"]);
    const { unit, steps, run, rows } = JSON.parse(out);
    expect([unit, steps, run]).toEqual(["step", 3000, { base: 0.1, steps: 3000, stepsPerEpoch: 100 }]);
    expect(rows.at(-1)).toMatchObject({ step: 2999, epoch: 29.99 });
    const at = await anneal(["table", file("steps.py"), ...EACH, "--at", "9.99ep,10ep,1999,20ep,last", "--csv"]);
    expect(
      at.out
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split(",").map(Number)),
    ).toEqual([
      [999, 9.99, 0.1],
      [1000, 10, expect.closeTo(0.01, 12)],
      [1999, 19.99, expect.closeTo(0.01, 12)],
      [2000, 20, expect.closeTo(0.001, 12)],
      [2999, 29.99, expect.closeTo(0.0001, 12)],
    ]);
    const plot = await anneal(["plot", file("cosine.py"), "--steps-per-epoch", "2", "--json"]);
    const { curves } = JSON.parse(plot.out);
    expect(curves[0].values).toHaveLength(180);
    expect(curves[0].values[90]).toBe(curves[0].values[91]);
    expect(curves[0].values[90]).toBeCloseTo(0.05, 12);
  });

  it("count epochs where they are not, and say how --steps is read", async () => {
    const { out, err } = await anneal(["table", file("cosine.py"), "--steps", "30", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ unit: "epoch", steps: 30 });
    expect(err).toContain(
      "--steps 30 is read as epochs, which the schedule counts: with --steps-per-epoch it is updates",
    );
  });

  it("take the length of a plan and of a loop as it is", async () => {
    const { steps } = JSON.parse((await anneal(["table", file("long.py"), "--json"])).out);
    expect(steps).toBe(600_000);
    const batches = await anneal(["table", file("cosinePerBatch.py"), ...EACH, "--json"]);
    expect(JSON.parse(batches.out).steps).toBe(9000);
    const call = await anneal(["table", "warmupCosine({warmup: 100, over: 900})", "--base", "1", "--json"]);
    expect(JSON.parse(call.out).steps).toBe(1000);
  });
});

describe("diff", () => {
  it("tells a schedule from the same one that is stepped every update", async () => {
    const { code, out } = await anneal(["diff", file("cosine.py"), file("cosinePerBatch.py"), ...EACH]);
    expect(code).toBe(1);
    expect(out).toMatch(/lr: \d+ of 9000 updates differ/);
    expect(out).toContain("a step is an epoch in a, and an update in b");
    const turned = await anneal(["diff", file("cosinePerBatch.py"), file("cosine.py"), ...EACH]);
    expect(turned.out).toContain("a step is an epoch in b, and an update in a");
  });

  it("knows the same schedule on either clock", async () => {
    const call = 'multiStep({milestones: ["10 epochs", "20 epochs", "25 epochs"]})';
    const flags = [...EACH, "--steps", "3000", "--base", "0.1"];
    const { code, out } = await anneal(["diff", call, file("steps.py"), ...flags]);
    expect([code, out]).toEqual([0, expect.stringContaining("lr: the same at all 3000 updates")]);
  });

  it("refuses two clocks, and asks for what makes them one", async () => {
    const { code, err } = await anneal(["diff", file("cosine.py"), file("cosinePerBatch.py")]);
    expect(code).toBe(2);
    expect(err).toMatch(/cosine\.py counts epochs and .*cosinePerBatch\.py counts updates: say with --steps-per-epoch/);
    expect((await anneal(["diff", file("cosine.py"), file("cosine.py")])).code).toBe(0);
  });
});

describe("convert", () => {
  const convert = async (name: string, to: string, ...flags: string[]) => {
    const { code, out } = await anneal(["convert", file(name), "--to", to, "--json", ...flags]);
    return { exitCode: code, ...(JSON.parse(out) as { code: string; exact: boolean; notes: string[] }) };
  };

  it("writes each rate for the updates of its epoch", async () => {
    const keras = await convert("steps.py", "keras", ...EACH);
    expect([keras.exact, keras.exitCode]).toEqual([true, 0]);
    expect(keras.code).toContain("boundaries=[999, 1999, 2499], values=[0.1, 0.01, 1e-3, 1e-4]");
    const table = await convert("cosine.py", "csv", "--steps-per-epoch", "3");
    const rates = table.code
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split(",").at(-1)));
    expect(rates).toHaveLength(270);
    expect(rates[137]).toBe(rates[135]);
    expect(rates[135]).toBeCloseTo(0.05, 12);
    expect((await convert("cosine.py", "jax-js", ...EACH)).code).toMatch(/"1 epoch",\s+"2 epochs",/);
    const trainer = await convert("cosine.py", "huggingface", ...EACH);
    expect(trainer.code).not.toContain("num_training_steps");
    expect(trainer.code).toContain("epoch = step // 100\n");
    expect(trainer.notes.join()).toContain("its rates are written for 100 updates each");
  });

  it.each(["huggingface", "keras", "optax", "deepspeed", "detectron2", "fvcore"])(
    "does not call %s exact where an epoch's updates are not known",
    async (to) => {
      const { exact, exitCode, notes } = await convert("cosine.py", to);
      expect([exact, exitCode]).toEqual([false, 1]);
      expect(notes.join()).toContain("--steps-per-epoch");
    },
  );

  it("keeps PyTorch's own steps, and says what they are", async () => {
    for (const flags of [[], EACH]) {
      const { exact, code, notes } = await convert("cosine.py", "pytorch", ...flags);
      expect(exact).toBe(true);
      expect(code).toContain("CosineAnnealingLR(optimizer, T_max=90)");
      expect(`${code}${notes}`).toContain("a step after every epoch");
      expect(`${code}${notes}`).not.toContain("every update");
    }
  });

  it("keeps the unit in a saved plan, which is read back", async () => {
    const { code, notes } = await convert("cosine.py", "plan", ...EACH);
    expect(JSON.parse(code).run).toEqual({ base: 0.1, steps: 90, stepsPerEpoch: 1 });
    expect(notes.join()).toContain("a step of it is an epoch");
    const again = await anneal(["diff", "-", file("cosine.py"), ...EACH], { stdin: code });
    expect(again.out).toContain("the same at all 9000 updates");
  });

  it.each(["huggingface", "keras", "optax", "fvcore", "detectron2", "composer", "deepspeed", "python", "javascript"])(
    "writes a curve for %s as the formula of its epoch, and no table of all of them",
    async (to) => {
      const { exact, code } = await convert("cosine.py", to, ...EACH);
      expect(exact).toBe(true);
      expect(code).toMatch(/epoch = .*step *\/.* 100/);
      expect(code.length).toBeLessThan(1000);
    },
  );

  it("writes a decay once an epoch in the target's own words", async () => {
    const composer = await convert("endless.py", "composer", ...EACH);
    expect([composer.exact, composer.code]).toEqual([true, expect.stringContaining('step_size="100ba", gamma=0.9')]);
    const optax = await convert("endless.py", "optax", ...EACH);
    expect([optax.exact, optax.code]).toEqual([true, expect.stringContaining("0.9 ** (step // 100)")]);
  });

  it("counts epochs where a target can", async () => {
    for (const flags of [[], EACH]) {
      const timm = await convert("steps.py", "timm", ...flags);
      expect(timm.code).toContain("decay_t=[11, 21, 26], decay_rate=0.1, t_in_epochs=True");
      expect(timm.notes.join()).toContain("step(t) after epoch t");
      const mmengine = await convert("steps.py", "mmengine", ...flags);
      expect(mmengine.code).toContain("milestones=[10, 20, 25], gamma=0.1, by_epoch=True");
      expect([timm.exact, mmengine.exact]).toEqual([true, true]);
    }
  });

  it.each(["cosine.py", "steps.py", "endless.py"])("is what Python computes of it (%s)", async (name) => {
    const { code } = await convert(name, "python", "--steps", "500", ...EACH);
    const { out } = await anneal(["plot", file(name), "--steps", "500", ...EACH, "--json"]);
    const [{ values }] = JSON.parse(out).curves as [{ values: readonly number[] }];
    const program = `${code}\nimport json\nprint(json.dumps([learning_rate(t) for t in range(${values.length})]))`;
    const { stdout } = spawnSync("python3", ["-c", program], { encoding: "utf8" });
    const rates = JSON.parse(stdout) as number[];
    expect(rates).toHaveLength(500);
    for (const [t, rate] of rates.entries()) expect(Math.abs(rate - (values[t] as number))).toBeLessThan(1e-13);
  });

  it("asks how long a schedule is that never ends, for a list of its values", async () => {
    const { code, err } = await anneal(["convert", file("endless.py"), "--to", "csv", ...EACH]);
    expect(code).toBe(2);
    expect(err).toContain("say --steps");
    expect((await convert("endless.py", "keras", ...EACH)).exact).toBe(true);
    expect((await convert("endless.py", "keras", ...EACH, "--steps", "500")).exact).toBe(true);
  });
});

describe("resume", () => {
  it.each([
    [["--at", "15ep", "--with", "epochs=60", ...EACH]],
    [["--at", "15ep", "--with", "epochs=60"]],
    [["--at", "15", "--with", "steps=60"]],
    [["--at", "1500", "--with", "steps=6000", ...EACH]],
    [["--at", "15ep", "--with", "epochs=60", "--with", "batch=2x"]],
  ])("counts epochs (%j)", async (flags) => {
    const { code, out } = await anneal(["resume", file("steps.py"), ...flags, "--json"]);
    expect(code).toBe(0);
    const { position, new: next, policies } = JSON.parse(out);
    expect([position, next.run.steps]).toEqual([15, 60]);
    const replace = policies.find(({ policy }: { policy: string }) => policy === "replace");
    expect(replace.curves[0].after).toBeCloseTo(0.01, 12);
  });
});

describe("a Scheduler's saved state", () => {
  const state = {
    version: 1,
    program: {
      lr: { plan: { kind: "linear", from: "1x", to: 0, over: 100 }, controllers: [] },
      weightDecay: { kind: "constant", value: "1x" },
    },
    run: { steps: 100 },
    bases: { lr: [0.1, 0.01], weightDecay: [0.05, 0] },
    position: 40,
    controllers: {},
  };

  it("is read by every command, with the rates of each hyperparameter", async () => {
    const stdin = JSON.stringify(state);
    const { out } = await anneal(["table", "-", "--at", "0,50", "--csv"], { stdin });
    expect(out).toBe("step,lr 0,lr 1,weightDecay 0,weightDecay 1\n0,0.1,0.01,0.05,0\n50,0.05,0.005,0.05,0\n");
    for (const words of [
      ["plot", "-"],
      ["check", "-"],
      ["convert", "-", "--to", "python"],
    ]) {
      expect(await anneal(words, { stdin })).toMatchObject({ code: 0 });
    }
    const wrong = JSON.stringify({ ...state, bases: { lr: ["0.1"] } });
    expect((await anneal(["table", "-"], { stdin: wrong })).err).toMatch(/bases\.lr: expected a list of rates/);
  });
});
