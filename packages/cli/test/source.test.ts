import { describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const SCRIPT = `
import argparse
import torch
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args()
optimizer = torch.optim.SGD(model.parameters(), lr=args.lr)
warm = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
`;
const TWO = `${SCRIPT}
other = torch.optim.SGD(head.parameters(), lr=0.2)
slow = torch.optim.lr_scheduler.CosineAnnealingLR(other, T_max=50)
`;
const table = (stdin: string, ...more: readonly string[]) => anneal(["table", "-", "--at", "0", ...more], { stdin });

describe("a source", () => {
  it("with several schedules is told which one is taken", async () => {
    const { code, err } = await table(TWO, "--steps", "90");
    expect(code).toBe(0);
    expect(err).toContain("has 2 schedules, and this is 2; --pick chooses:");
    expect(err).toContain("1  -: StepLR, line 8");
    expect((await table(TWO, "--steps", "90", "--pick", "1")).err).not.toContain("schedules");
  });

  it("without the length of its run is told over how many steps it is seen", async () => {
    const call = "linear({from: '1x', to: 0, over: 40})";
    const { err } = await anneal(["table", call, "--base", "0.1", "--at", "0"]);
    expect(err).toContain("drawn over 40 steps; --steps says otherwise");
    expect((await anneal(["table", call, "--base", "0.1", "--at", "0", "--steps", "40"])).err).toBe("");
  });

  it("is given a fact under a name that nothing asks for, and says so", async () => {
    const { err } = await table(SCRIPT, "--steps", "90", "--set", "lr=0.4");
    expect(err).toContain('nothing asks for "lr"');
    const given = await table(SCRIPT, "--steps", "90", "--set", "args.lr=0.4");
    expect(given.err).not.toContain("nothing asks");
    expect(given.out).toContain("0.4");
  });

  it("counts what its framework counts, which convert tells where it may be another", async () => {
    const convert = (to: string) => anneal(["convert", "-", "--to", to, "--steps", "90"], { stdin: SCRIPT });
    expect((await convert("keras")).err).toContain("a step of it is one step() of the scheduler");
    expect((await convert("pytorch")).err).not.toContain("one step()");
  });

  it("may begin with the mark that some editors put before a text", async () => {
    const { code } = await table('\uFEFF{"kind":"linear","from":1,"to":0,"over":5}', "--steps", "5");
    expect(code).toBe(0);
  });

  it("is refused where there is nothing to read", async () => {
    expect(await table(" \n")).toMatchObject({ code: 2, err: "anneal: standard input: it is empty\n" });
    expect(await table("a\0b")).toMatchObject({ code: 2, err: "anneal: standard input: it is no text\n" });
    const missing = await anneal(["table", "no-such-file.py"]);
    expect(missing).toMatchObject({ code: 2, err: "anneal: no-such-file.py: there is no such file\n" });
  });

  it("is written as what it is: a momentum is no learning rate", async () => {
    const cycle = "oneCycle({peak: 0.1, over: 90})";
    const { code, err } = await anneal(["convert", cycle, "--only", "momentum", "--to", "pytorch", "--steps", "90"]);
    expect(code).toBe(2);
    expect(err).toContain("--to pytorch sets the learning rate, and this is momentum");
  });
});
