import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as anneal from "../src/index.ts";
import * as torch from "../src/torch/index.ts";
import { curves } from "./frozen/curves.ts";

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
    const frozen = Object.keys(JSON.parse(readFileSync(new URL("frozen.json", import.meta.url), "utf8")));
    const others = [
      "Scheduler",
      "PlanError",
      "LRScheduler",
      "parsePlan",
      "schedule",
      "format",
      "time",
      "level",
      "run",
      "batchRamp",
    ];
    const makers = Object.keys({ ...anneal, ...torch }).filter((name) => !others.includes(name));
    expect(makers.length).toBeGreaterThanOrEqual(14);
    expect(makers.filter((name) => !frozen.some((row) => row.startsWith(name)))).toEqual([]);
  });
});
