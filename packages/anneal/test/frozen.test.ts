import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as anneal from "../src/index.ts";
import { kinds } from "../src/plan.ts";
import * as torch from "../src/torch/index.ts";
import { CLASSES } from "./arbitrary/torch.ts";
import { curves } from "./frozen/curves.ts";

/** What makes no curve of itself: what reads and drives them, words, and the controllers, which have tables of their own. */
const OTHERS = [
  ...["parsePlan", "schedule", "Scheduler", "LRScheduler", "replay", "run", "batchRamp", "functions"],
  ...["PlanError", "format", "time", "level"],
  ...["plateau", "kerasPlateau", "optaxPlateau", "greedy"],
];

/**
 * Every value in frozen.json is exact: a patch that moves a curve by its last bit fails here.
 *
 * To move one on purpose, write the table anew and read the difference before it is committed:
 * `npx vitest run packages/anneal/test/frozen.test.ts --update`
 */
describe("the curves of this library", () => {
  it("have not moved", async () => {
    await expect(`${JSON.stringify(curves(), null, 2)}\n`).toMatchFileSnapshot("frozen.json");
  });

  it("are all in the table: every kind, recipe and torch class", () => {
    const rows = Object.keys(JSON.parse(readFileSync(new URL("frozen.json", import.meta.url), "utf8")));
    const frozen = new Set(rows.map((row) => row.split(/[ ,]/)[0]));
    const makers = Object.keys({ ...anneal, ...torch }).filter((name) => !OTHERS.includes(name));
    expect(makers.length).toBeGreaterThanOrEqual(Object.keys(kinds).length + Object.keys(CLASSES).length);
    expect(makers.filter((name) => !frozen.has(name))).toEqual([]);
  });
});
