import { describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const PLAN = "warmupCosine({warmup: 20})";
const stepsOf = async (...words: string[]) =>
  JSON.parse((await anneal(["table", PLAN, "--base", "1", "--json", ...words])).out).steps;

describe("--steps", () => {
  it("may be epochs, where it is known how long they are", async () => {
    expect(await stepsOf("--steps", "30ep", "--steps-per-epoch", "100")).toBe(3000);
    expect(await stepsOf("--steps", "2.5 epochs", "--steps-per-epoch", "25")).toBe(63);
    expect(await stepsOf("--steps", "0.3ep", "--steps-per-epoch", "100")).toBe(30);
    const { code, err } = await anneal(["table", PLAN, "--steps", "30ep"]);
    expect([code, err]).toEqual([
      2,
      "anneal: --steps 30ep: how many updates an epoch has is not known: say it with --steps-per-epoch, such as --steps-per-epoch 250\n",
    ]);
  });

  it("may be epochs, where the source says how long they are, or counts them", async () => {
    const of = async (text: string, ...words: string[]) => {
      const { out, err } = await anneal(["table", "-", "--steps", "30ep", "--json", ...words], { stdin: text });
      const { steps, unit } = JSON.parse(out);
      return { steps, unit, err };
    };
    const plan = '{"kind": "cosine", "from": "1x", "to": 0, "over": "rest"}';
    const saved = (each: number) => `{"program": {"lr": ${plan}}, "run": {"base": 0.1, "stepsPerEpoch": ${each}}}`;
    expect(await of(saved(250))).toMatchObject({ steps: 7500, unit: "step" });
    expect(await of(saved(250), "--steps-per-epoch", "100")).toMatchObject({ steps: 3000, unit: "step" });
    expect(await of(saved(1))).toEqual({ steps: 30, unit: "epoch", err: "" });

    const torch = (loop: string) =>
      "optimizer = torch.optim.SGD(p, lr=0.1)\nscheduler = torch.optim.lr_scheduler.StepLR(optimizer, 7)\n" +
      `for epoch in range(90):\n  for x in train_loader:\n    optimizer.step()\n${loop}scheduler.step()\n`;
    const epochs = await of(torch("  "));
    expect(epochs).toMatchObject({ steps: 30, unit: "epoch" });
    expect(epochs.err).not.toContain("is read as epochs");
    expect(await of(torch("  "), "--set", "len(train_loader)=250")).toMatchObject({ steps: 30, unit: "epoch" });
    expect(await of(torch("    "), "--set", "len(train_loader)=250")).toMatchObject({ steps: 7500, unit: "step" });
    const { code, err } = await anneal(["table", "-", "--steps", "30ep"], { stdin: torch("    ") });
    expect([code, err]).toEqual([2, expect.stringMatching(/--steps 30ep: .* such as --steps-per-epoch 250\n$/)]);
  });

  it("answers what a source asks for, where that says how long epochs are", async () => {
    const text =
      "optimizer = AdamW(p, lr=0.1)\nscheduler = get_linear_schedule_with_warmup(optimizer, 10, num_training_steps)\n";
    const words = ["table", "-", "--steps", "30ep", "--json"];
    const { out } = await anneal([...words, "--set", "steps_per_epoch=50"], { stdin: text });
    expect(JSON.parse(out).steps).toBe(1500);
    const { code, err } = await anneal(words, { stdin: text });
    expect([code, err]).toEqual([2, expect.stringContaining("say what num_training_steps is: --set")]);
  });

  it.each(["10k", "0", "1.5", "0ep"])("refuses %s and says what it takes", async (given) => {
    const { code, err } = await anneal(["table", PLAN, "--steps", given, "--steps-per-epoch", "10"]);
    expect(code).toBe(2);
    expect(err).toContain("--steps: expected a whole number from 1, or epochs such as 30ep, received ");
  });
});

describe("a log in the place of a schedule", () => {
  it.each(["plot", "table", "check"])("is recognised by %s", async (name) => {
    const { code, err } = await anneal([name, "-"], { stdin: "step,lr\n0,0.1\n1,0.09\n2,0.08\n" });
    expect(code).toBe(2);
    expect(err).toContain("anneal: - is a log, which is compared with its schedule: anneal audit SOURCE -\n");
  });

  it("is nothing else", async () => {
    const { err } = await anneal(["plot", "-"], { stdin: "a list of words\nand no more\n" });
    expect(err).not.toContain("is a log");
  });
});
