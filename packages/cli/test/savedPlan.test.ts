import { describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const plan = { kind: "constant", value: "1x" };
const told = async (saved: unknown, words = ["table", "-"]) => {
  const stdin = typeof saved === "string" ? saved : JSON.stringify(saved);
  const { code, err } = await anneal(words, { stdin });
  return { code, err };
};

describe("a saved program", () => {
  it("of another version is refused, as a plan is", async () => {
    const { code, err } = await told({ version: 2, program: { lr: plan }, run: { steps: 10 } });
    expect(code).toBe(2);
    expect(err).toContain("1:12: version: expected 1, the version that this command reads, received 2");
    expect((await told({ version: 1, program: { lr: plan }, run: { steps: 10 }, bases: [0.1] })).code).toBe(0);
  });

  it.each([
    ["bases", { program: { lr: plan }, run: { steps: 10 }, bases: new Array(10_001).fill(0.1) }],
    ["bases.lr", { program: { lr: plan }, run: { steps: 10 }, bases: { lr: new Array(10_001).fill(0.1) } }],
    ["lr", { program: { lr: new Array(10_001).fill(plan) }, run: { steps: 10, base: 0.1 } }],
  ])("has no more groups than can be drawn: %s", async (path, saved) => {
    const { code, err } = await told(saved);
    expect(code).toBe(2);
    expect(err).toContain(`${path}: expected at most 10000 groups, received a list`);
  });

  it.each(["table", "check", "convert"])("thousands deep is refused by %s, not a fault", async (command) => {
    const words = [command, "-", ...(command === "convert" ? ["--to", "python"] : [])];
    const deep = `${'{"kind":"sequence","parts":['.repeat(3000)}1${"]}".repeat(3000)}`;
    for (const text of [deep, `{"program":{"lr":${deep}}}`, deep.slice(0, -1)]) {
      const { code, err } = await told(text, words);
      expect(code).toBe(2);
      expect(err).not.toContain("fault in anneal");
    }
    expect((await told(deep, words)).err).toContain("64 plans deep");
  });

  it("of many groups with findings is checked in time that grows with them alone", async () => {
    const late = { kind: "sequence", parts: [{ kind: "linear", from: 0, to: "1x", over: 500 }, plan] };
    const saved = (groups: number) =>
      JSON.stringify({ program: { lr: new Array(groups).fill(late) }, run: { steps: 400, base: 0.1 } });
    const cost = async (groups: number) => {
      const begin = process.cpuUsage();
      const { out } = await anneal(["check", "-"], { stdin: saved(groups) });
      const { user } = process.cpuUsage(begin);
      expect(out).toContain(`lr[${groups - 1}]`);
      return user;
    };
    await cost(100);
    const few = Math.min(await cost(100), await cost(100), await cost(100));
    expect((await cost(800)) / few).toBeLessThan(25);
  });
});
