import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "rows-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN = "linear({from: 0.1, to: 0, over: 1000})";

/** A log without steps, of one row each so many updates. */
function logOf(rate: (step: number) => number, every = 10): string {
  const rates = Array.from({ length: 1000 / every }, (_, row) => rate(row * every));
  const path = join(folder, `${every}.csv`);
  writeFileSync(path, `lr\n${rates.map((one) => `${Number(one.toPrecision(6))}\n`).join("")}`);
  return path;
}

const planned = (step: number) => 0.1 * (1 - step / 1000);

describe("a log of rates alone", () => {
  it("is no bug where its rows may be several updates each", async () => {
    const { code, out, err } = await anneal(["audit", PLAN, logOf(planned)]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(
      "anneal: lr: the log has no step, and its rates are the plan's where a row is 10 updates: " +
        "say how long the run is with --steps, or --clock update where a row is one update\n",
    );
  });

  it("is judged as what is said of it", async () => {
    const log = logOf(planned);
    expect(await anneal(["audit", PLAN, log, "--steps", "1000"])).toMatchObject({ code: 0 });
    const updates = await anneal(["audit", PLAN, log, "--clock", "update"]);
    expect([updates.code, updates.out]).toEqual([1, expect.stringContaining("BUG: stepped several times")]);
  });

  it("is judged row by row where no spacing makes it the plan, which is said", async () => {
    const { code, err } = await anneal(["audit", PLAN, logOf((step) => 0.5 * planned(step))]);
    expect(code).toBe(1);
    expect(err).toContain("nothing says how many updates a row is, and one is taken: --steps tells it\n");
    expect(err).toContain("the log has no step: its rows are counted from 0\n");
    const each = await anneal(["audit", PLAN, logOf(planned, 1)]);
    expect(each.code).toBe(0);
  });
});

describe("a picture of a log that agrees in part", () => {
  it("shows the plan broad and pale below the log", async () => {
    const path = join(folder, "part.csv");
    const rows = Array.from({ length: 100 }, (_, i) => `${10 * i},${planned(10 * i) * (i < 50 ? 1 : 0.3)}\n`);
    writeFileSync(path, `step,lr\n${rows.join("")}`);
    const picture = join(folder, "part.svg");
    await anneal(["audit", PLAN, path, "--steps", "1000", "-o", picture]);
    const svg = readFileSync(picture, "utf8");
    const curves = [...svg.matchAll(/<path [^>]*stroke-width="(\d+)"(?: stroke-opacity="([\d.]+)")?/g)];
    expect(curves.map(([, width, opacity]) => [Number(width), opacity])).toEqual([
      [8, "0.4"],
      [2, undefined],
    ]);
    expect(svg).toMatch(/<line [^>]*stroke-width="8" stroke-opacity="0.4"[^>]*>\n<text[^>]*>lr: plan</);
  });
});
