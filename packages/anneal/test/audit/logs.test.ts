import { expect, test } from "vitest";
import { bugs, loops } from "./cases.ts";
import { off } from "./rivals.ts";

const cases = loops.flatMap((loop) => loop.cases);

test("there are logs of every bug, of every kind of loop", () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  const count = (bug: string): number => cases.filter((one) => one.bug === bug).length;
  expect(count("none")).toBeGreaterThanOrEqual(60);
  expect(Object.keys(bugs).filter((bug) => count(bug) < 10)).toEqual([]);
  expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length);
  expect(loops.filter(({ cases }) => !cases.some((one) => one.bug === "none"))).toEqual([]);
  expect(cases.filter(({ steps, rates }) => steps.length !== rates.length)).toEqual([]);
});

test.each(cases.filter((one) => one.bug === "none"))("$name ($schedule) used its plan, to the last digit", (clean) => {
  expect(off(clean)).toBe(0);
});

test.each(cases.filter((one) => one.bug !== "none"))("$name ($schedule) did not use its plan", (wrong) => {
  expect(off(wrong)).toBeGreaterThanOrEqual(2);
});
