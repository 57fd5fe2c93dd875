import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plateau, Scheduler, type SchedulerState, schedule } from "anneal";
import { afterAll, describe, expect, it } from "vitest";
import { displayWidth } from "../src/terminal/displayWidth.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "resume-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);

const LINE = "linear({from: '1x', to: 0, over: 'rest'})";
const RUN = ["--base", "0.1", "--steps", "1000"];
const LONGER = ["resume", LINE, ...RUN, "--at", "500", "--with", "steps=3000"];

/** A state that a Scheduler saved at 500 of 1000 updates, its rate cut in half by a plateau. */
function savedState(): SchedulerState {
  const plan = { kind: "linear", from: "1x", to: 0, over: "rest" } as const;
  const controllers = plateau({ patience: 0, factor: 0.5 });
  const one = new Scheduler(
    { paramGroups: [{ lr: 0.1 }, { lr: 0.01 }] },
    { lr: { plan, controllers } },
    { steps: 1000 },
  );
  one.seek(500);
  for (const metric of [1, 2]) one.observe(metric);
  return one.state();
}

/** What is told of a policy: the cells of its row. */
function row(out: string, policy: string): readonly string[] {
  const line = out.split("\n").find((one) => one.startsWith(policy)) ?? "";
  return line.split(/ +/).slice(1);
}

describe("anneal resume", () => {
  it("tells of each policy where it goes on, the rate before and after, the jump, and the rest of the run", async () => {
    const { code, out, err } = await anneal(LONGER);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").slice(0, 9).join("\n")).toBe(`${LINE}: stopped after update 500 (50 % of 1000)

policy   from    to  before    after      jump             final   area
keep      500  1000    0.05  0.05            0      ×1      1e-4  12.52
replace   500  3000    0.05  0.08333  +0.03333  ×1.667  3.333e-5  104.2
rescale  1500  3000    0.05  0.05            0      ×1  3.333e-5  37.53
extend    500  3000    0.05  0.05            0      ×1      2e-5  62.53
splice    500  3000    0.05  0.05            0      ×1      2e-5  62.53
rewarm    500  3000    0.05  0.05            0      ×1  3.333e-5  103.7`);
    expect(out).toMatch(/[\u2801-\u28ff]{5}/);
    expect(out).toContain("replace");
  });

  it("finds the same data in a run of another batch", async () => {
    const batch = ["--samples-per-step", "32", "--steps-per-epoch", "100", "--at", "4ep", "--with", "batch=64"];
    const { out, err } = await anneal(["resume", LINE, ...RUN, ...batch]);
    expect(out).toContain(
      "stopped after update 400 (epoch 4, 40 % of 1000)\n400 updates of 32 samples are the same data as 200 of 64\n",
    );
    expect(err).toBe("note: the same data are 500 updates instead of 1000\n");
    for (const policy of ["replace", "rescale", "extend", "splice"]) {
      expect(row(out, policy).slice(0, 4)).toEqual(["200", "500", "0.06", "0.06"]);
    }
    const factor = await anneal(["resume", LINE, ...RUN, "--at", "400", "--with", "batch=2x", "--with", "base=2x"]);
    expect(row(factor.out, "replace").slice(0, 6)).toEqual(["200", "500", "0.06", "0.12", "+0.06", "×2"]);
    expect(row(factor.out, "splice").slice(0, 4)).toEqual(["200", "500", "0.06", "0.06"]);
  });

  it.each<[string[], string[]]>([
    [["steps=2000"], ["500", "2000"]],
    [["epochs=15"], ["500", "1500"]],
    [["steps=15ep"], ["500", "1500"]],
    [["steps=15 epochs"], ["500", "1500"]],
    [
      ["steps-per-epoch=200", "epochs=15"],
      ["500", "3000"],
    ],
    [
      ["batch=16", "epochs=20"],
      ["1000", "4000"],
    ],
    [["base=0.5"], ["500", "1000"]],
    [
      ["plan=constant({value: 0.3})", "steps=2000"],
      ["500", "2000"],
    ],
  ])("changes %j", async (changes, expected) => {
    const facts = ["--steps-per-epoch", "100", "--samples-per-step", "32", "--at", "50%"];
    const { code, out } = await anneal([
      "resume",
      LINE,
      ...RUN,
      ...facts,
      ...changes.flatMap((one) => ["--with", one]),
    ]);
    expect([code, row(out, "replace").slice(0, 2)]).toEqual([0, expected]);
  });

  it("writes a state that a Scheduler restores, whole or not at all", async () => {
    const out = file("next.json");
    expect(await anneal([...LONGER, "--policy", "splice", "-o", out])).toMatchObject({ code: 0, out: "" });
    const state: SchedulerState = JSON.parse(readFileSync(out, "utf8"));
    const one = new Scheduler({ paramGroups: [{ lr: 0.7 }] }, state.program, state.run);
    one.restore(state);
    expect([one.position, one.rates().lr, state.run.steps]).toEqual([500, [expect.closeTo(0.05, 12)], 3000]);
    const printed = await anneal([...LONGER, "--policy", "splice", "--emit", "state"]);
    expect([JSON.parse(printed.out), printed.err]).toEqual([
      state,
      expect.stringMatching(/^it goes on at update 500\nload it with .*\nor into a scheduler of your own .*\n$/),
    ]);
    const failed = await anneal([...LONGER, "--policy", "splice", "-o", join(folder, "none", "x.json")]);
    expect([failed.code, readdirSync(folder)]).toEqual([2, ["next.json"]]);
  });

  it("says that a state has no base rate of anybody's", async () => {
    const words = [
      "resume",
      "linear({from: 0.1, to: 0, over: 'rest'})",
      "--steps",
      "9",
      "--at",
      "5",
      "--with",
      "steps=20",
    ];
    const { err } = await anneal([...words, "--policy", "extend", "--emit", "state"]);
    expect(err).toContain("the state has 1 in its place: --base says it");
    expect((await anneal([...words, "--base", "2", "--policy", "extend", "--emit", "state"])).err).not.toContain(
      "--base",
    );
  });

  it("writes a plan that every command reads", async () => {
    const plan = file("plan.json");
    await anneal([...LONGER, "--policy", "extend", "--emit", "plan", "-o", plan]);
    const { code, out } = await anneal(["table", plan, "--at", "100,500,1750,2999", "--csv"]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^step,lr\n100,0\.09\n500,0\.05\n1750,0\.025\d*\n2999,/)]);
  });

  it("goes on from a Scheduler's saved state, with its groups and controllers", async () => {
    writeFileSync(file("state.json"), JSON.stringify(savedState()));
    const { code, out } = await anneal(["resume", file("state.json"), "--with", "steps=3000"]);
    expect(code).toBe(0);
    expect(out).toContain("lr, group 0\n");
    expect(out).toContain("lr, group 1\n");
    expect(row(out, "keep").slice(0, 3)).toEqual(["500", "1000", "0.025"]);
    expect(row(out, "replace").slice(0, 4)).toEqual(["500", "3000", "0.025", "0.04167"]);
    const other = ["--with", "plan=cosine({from: '1x', to: 0, over: 'rest'})", "--policy", "splice", "--json"];
    const [policy] = JSON.parse((await anneal(["resume", file("state.json"), ...other])).out).policies;
    expect(policy.curves.map(({ after }: { after: number }) => after)).toEqual(
      [0.025, 0.0025].map((v) => expect.closeTo(v, 12)),
    );
  });

  it("reads a state from standard input too", async () => {
    const { out } = await anneal(["resume", "-", "--with", "steps=3000"], { stdin: JSON.stringify(savedState()) });
    expect(out).toContain("-: stopped after update 500 (50 % of 1000)\n");
  });

  it("prints the documented JSON", async () => {
    const { out } = await anneal([...LONGER, "--policy", "rewarm", "--rewarm", "100", "--rewarm-from", "0", "--json"]);
    const next = schedule({ kind: "linear", from: "1x", to: 0, over: "rest" }, { base: 0.1, steps: 3000 });
    expect(JSON.parse(out)).toEqual({
      source: LINE,
      position: 500,
      place: 500,
      old: { run: { steps: 1000 }, bases: { lr: [0.1] } },
      new: { run: { steps: 3000 } },
      policies: [
        {
          policy: "rewarm",
          position: 500,
          steps: 3000,
          madeFor: null,
          curves: [
            {
              ...{ hyperparameter: "lr", group: 0, before: 0.05, after: 0 },
              jump: { absolute: -0.05, ratio: 0 },
              final: expect.closeTo(next(2999), 12),
              area: expect.any(Number),
            },
          ],
        },
      ],
    });
  });

  it("tells which policy has no answer, and why", async () => {
    const custom = "noise({plan: constant({value: '1x'}), seed: 1})";
    const { code, out } = await anneal(["resume", custom, ...RUN, "--at", "50", "--with", "steps=2000"]);
    expect([code, out]).toEqual([0, expect.stringContaining("extend: name: expected a plan that can be stretched")]);
    const alone = await anneal(["resume", custom, ...RUN, "--at", "50", "--with", "steps=2000", "--policy", "extend"]);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining("a plan that can be stretched")]);
  });

  it("draws a picture", async () => {
    for (const name of ["join.svg", "join.png"]) {
      expect((await anneal([...LONGER, "-o", file(name)])).code).toBe(0);
    }
    expect(readFileSync(file("join.svg"), "utf8")).toContain("rewarm");
    expect(readFileSync(file("join.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  it.each([40, 80, 120])("fits into %i columns", async (columns) => {
    const { out } = await anneal(LONGER, { columns });
    const wide = out
      .split("\n")
      .slice(1)
      .filter((line) => displayWidth(line) > columns);
    expect(wide).toEqual([]);
    expect(out).toContain("0.08333");
  });

  it.each<[string[], string]>([
    [["--with", "stps=5", "--at", "5"], "--with stps=5: did you mean steps=…? expected one of steps=…, epochs=…"],
    [["--with", "steps", "--at", "5"], "--with steps: expected one of"],
    [["--with", "steps=many", "--at", "5"], "--with steps=many: expected a number above 0"],
    [["--with", "steps=2x", "--at", "5"], "--with steps=2x: expected a number above 0"],
    [["--with", "batch=0", "--at", "5"], "--with batch=0: expected a number above 0 or a factor such as 2x"],
    [["--with", "batch=64", "--at", "5"], "--with batch=64: say with --samples-per-step what it was"],
    [["--with", "epochs=5", "--at", "5"], "say with --steps-per-epoch"],
    [["--with", "steps=5", "--with", "steps=6", "--at", "5"], "--with steps: said twice"],
    [["--with", "steps=5", "--with", "epochs=6", "--at", "5"], "only one of them"],
    [["--with", "steps=5ep", "--with", "epochs=6", "--at", "5"], "only one of them"],
    [["--with", "steps=5ep", "--at", "5"], "say with --steps-per-epoch"],
    [["--with", "steps=5"], "say with --at where training stopped"],
    [["--with", "steps=5", "--at", "soon"], "--at soon: expected a time"],
    [["--with", "steps=5", "--at", "3ep"], "--at 3ep: say --steps-per-epoch"],
    [["--with", "steps=5", "--at", "1001"], "--at 1001: the run ends after 1000 updates"],
    [["--at", "5"], "say with --with what changes"],
    [["--with", "steps=2000", "--at", "5", "-o", "x.json"], "say with --policy which one to write"],
    [["--with", "steps=2000", "--at", "5", "-o", "x.txt"], "expected a name that ends with .json, .svg, .png"],
    [["--with", "steps=2000", "--at", "5", "--policy", "stay"], "keep"],
    [["--with", "steps=2000", "--at", "5", "--only", "momentum"], "--only momentum: there are lr"],
    [["--with", "steps=2000", "--at", "5", "--rewarm", "soon"], "expected a time"],
    [["--with", "plan=none.json", "--at", "5"], "none.json: there is no such file"],
  ])("says what is wrong: %j", async (words, message) => {
    const { code, out, err } = await anneal(["resume", LINE, ...RUN, ...words]);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(message)]);
  });
});
