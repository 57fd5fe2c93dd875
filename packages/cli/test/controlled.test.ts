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

  it.each([["check"], ["convert", "--to", "python"]])("is its plan alone for %s, which says so", async (...words) => {
    const { stdin } = stopped([0.1]);
    const { code, out, err } = await anneal([...words, "-"], { stdin });
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
