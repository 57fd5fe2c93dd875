import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { linear, plateau, Scheduler } from "anneal";
import { describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

/** A run of 100 updates in which the rate is halved when 40 are done, with the rates that it has after that. */
function stopped(rates: readonly number[], cut = true) {
  const paramGroups = rates.map((lr) => ({ lr }));
  const controllers = plateau({ patience: 0, factor: 0.5 });
  const plan = linear({ from: "1x", to: 0, over: 100 });
  const scheduler = new Scheduler({ paramGroups }, { lr: { plan, controllers } }, { steps: 100 });
  for (let step = 0; step < 40; step++) scheduler.step();
  for (const loss of cut ? [1, 1] : [1]) scheduler.observe(loss);
  const stdin = JSON.stringify(scheduler.state());
  const later = Array.from({ length: 60 }, () => {
    const now = paramGroups.map(({ lr }) => lr);
    scheduler.step();
    return now;
  });
  return { stdin, later };
}

const SAYS =
  "note: -: from step 40 on lr is multiplied by 0.5, as its controllers say: what they did before, and may still do, is not known\n";

describe("a saved state with controllers", () => {
  it("is drawn as its run goes on", async () => {
    const { stdin, later } = stopped([0.1]);
    const { out, err } = await anneal(["plot", "-", "--json"], { stdin });
    const [{ values }] = JSON.parse(out).curves as [{ values: readonly number[] }];
    expect(values[39]).toBeCloseTo(0.061, 12);
    expect(later[0]?.[0]).toBeCloseTo(0.03, 12);
    for (const [i, [rate]] of later.entries()) expect(values[40 + i]).toBeCloseTo(rate as number, 12);
    expect(err).toBe(SAYS);
  });

  it("is told in a table, group by group", async () => {
    const { stdin } = stopped([0.1, 0.01]);
    const state = JSON.parse(stdin);
    state.controllers.lr[0].scales = [0.5, 1];
    const { out, err } = await anneal(["table", "-", "--at", "39,40,80", "--csv"], { stdin: JSON.stringify(state) });
    const rows = out.split("\n").slice(1, -1);
    const rates = rows.map((line) => line.split(",").map((cell) => Number(Number(cell).toPrecision(12))));
    expect(rates).toEqual([
      [39, 0.061, 0.0061],
      [40, 0.03, 0.006],
      [80, 0.01, 0.002],
    ]);
    expect(err).toContain("lr is multiplied by 0.5, 1, as its controllers say");
  });

  it("differs from its plan", async () => {
    const { stdin } = stopped([0.1]);
    const plan = "linear({from: 0.1, to: 0, over: 100})";
    const { code, out } = await anneal(["diff", "-", plan, "--steps", "100"], { stdin });
    expect([code, out]).toEqual([1, expect.stringMatching(/lr: 60 of 100 updates differ/)]);
  });

  it("says what is not known where they have done nothing yet", async () => {
    const { stdin } = stopped([0.1], false);
    const { out, err } = await anneal(["table", "-", "--at", "40", "--csv"], { stdin });
    expect(out).toBe("step,lr\n40,0.06\n");
    expect(err).toContain("its controllers have left lr as it is up to step 40: what they may still do is not known\n");
  });

  it.each(["csv", "plan", "python", "pytorch"])("is converted to %s with its scale, and not exactly", async (to) => {
    const { stdin, later } = stopped([0.1]);
    const { code, out, err } = await anneal(["convert", "-", "--to", to], { stdin });
    expect([code, err]).toEqual([1, expect.stringContaining(`not exact\n${SAYS}`)]);
    const again = to === "plan" ? await anneal(["convert", "-", "--to", "csv"], { stdin: out }) : { out };
    if (to === "plan" || to === "csv") {
      const rates = again.out
        .split("\n")
        .slice(41, -1)
        .map((line) => Number(line.split(",")[1]));
      expect(rates).toEqual(later.map(([rate]) => expect.closeTo(rate as number, 12)));
    } else expect(out).toMatch(/\b40\b/);
  });

  it("is converted exactly where nothing has scales", async () => {
    const state = JSON.parse(stopped([0.1]).stdin);
    const program = { ...state.program, momentum: { kind: "constant", value: 0.9 } };
    const stdin = JSON.stringify({ ...state, program, bases: { ...state.bases, momentum: [0.9] } });
    const { code, err } = await anneal(["convert", "-", "--to", "csv", "--only", "momentum"], { stdin });
    expect([code, err]).toEqual([0, expect.stringMatching(/^exact\n/)]);
  });

  it("is no curve to compare a log with, like what follows a metric", async () => {
    for (const cut of [true, false]) {
      const { code, err } = await anneal(["audit", "-", "log.csv"], { stdin: stopped([0.1], cut).stdin });
      expect([code, err]).toEqual([2, expect.stringContaining("-: its rate follows a metric, so that there is no")]);
    }
  });

  it.each(["keep", "splice", "extend", "rescale"])(
    "is resumed with %s as a plan that has its scale",
    async (policy) => {
      const { stdin } = stopped([0.1, 0.01]);
      const words = ["resume", "-", "--with", "steps=200", "--policy", policy];
      const emitted = await anneal([...words, "--emit", "plan"], { stdin });
      expect(emitted.err).toContain("not what they may still do: --emit state keeps them\n");
      const asState = await anneal([...words, "--emit", "state"], { stdin });
      const { policies } = JSON.parse((await anneal([...words, "--json"], { stdin })).out);
      const at = policies[0].position;
      const read = async (text: string) =>
        (await anneal(["table", "-", "--at", `${at},${at + 1}`, "--csv"], { stdin: text })).out;
      expect(await read(emitted.out)).toBe(await read(asState.out));
      const [, first = ""] = (await read(emitted.out)).split("\n");
      const [, ...rates] = first.split(",").map(Number);
      for (const { group, after } of policies[0].curves) expect(rates[group]).toBeCloseTo(after, 12);
    },
  );

  it("is drawn from where it goes on when it is resumed", async () => {
    const { stdin } = stopped([0.1]);
    const { out, err } = await anneal(["resume", "-", "--with", "steps=200", "--policy", "keep"], {
      stdin,
      columns: 80,
    });
    const lines = out.split("\n").filter((line) => line.includes("│") || line.includes("┤"));
    const mark =
      out
        .split("\n")
        .find((line) => line.includes("▲"))
        ?.indexOf("▲") ?? 0;
    for (const line of lines) expect(line.slice(12, mark - 1).trim()).toBe("");
    expect(err).toContain("note: what its controllers did before is not known, and not drawn\n");
    const known = await anneal(["resume", "-", "--with", "steps=200"], { stdin: stopped([0.1], false).stdin });
    expect(known.err).not.toContain("not drawn");
  });

  it("is the same as itself, and not as its plan", async () => {
    const { stdin } = stopped([0.1], false);
    const file = join(mkdtempSync(join(tmpdir(), "controlled-")), "state.json");
    writeFileSync(file, stdin);
    const itself = await anneal(["diff", "-", file], { stdin });
    rmSync(dirname(file), { recursive: true });
    expect([itself.code, itself.out]).toEqual([0, expect.stringContaining("lr: the same at all 100 updates\n")]);
    const plan = "linear({from: 0.1, to: 0, over: 100})";
    const { code, out } = await anneal(["diff", "-", plan, "--steps", "100"], { stdin });
    expect(code).toBe(1);
    expect(out).toContain(
      "lr: the plans are the same at all 100 updates\n  metric      a metric scales a: no plan says how\n",
    );
    const told = JSON.parse((await anneal(["diff", plan, "-", "--steps", "100", "--json"], { stdin })).out);
    expect([told.same, told.curves[0].same, told.curves[0].metric]).toEqual([false, false, ["b"]]);
  });

  it("is its plan alone for check, which says so", async () => {
    const { stdin } = stopped([0.1]);
    const { code, out, err } = await anneal(["check", "-"], { stdin });
    expect(code).toBe(0);
    expect(`${out}${err}`.replaceAll(/\s+/g, " ")).toContain(
      "multiply lr by 0.5 from step 40 on: that is no part of the plan",
    );
    expect(out).not.toMatch(/AN00|step < 40/);
  });

  it("is refused where its controllers are none", async () => {
    const state = { ...JSON.parse(stopped([0.1]).stdin), controllers: { lr: 3 } };
    const { code, err } = await anneal(["plot", "-"], { stdin: JSON.stringify(state) });
    expect(code).toBe(2);
    expect(err).toContain("controllers.lr: expected a list of states with their scales, received number");
  });
});
