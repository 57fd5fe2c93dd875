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
      "anneal: --steps 30ep: how many steps an epoch has is not known: say it with --steps-per-epoch\n",
    ]);
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
