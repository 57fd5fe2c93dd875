import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loops } from "./cases.ts";
import { judgeAll } from "./confusion.ts";
import { PAGE, page } from "./page.ts";

const judged = judgeAll(loops);
const told = ({ given, named, audited }: (typeof judged)[number]): string => `${given.name}: ${named}: ${audited.text}`;

test("no log without a bug raises an alarm", () => {
  const clean = judged.filter(({ given }) => given.bug === "none");
  expect(clean.length).toBeGreaterThanOrEqual(60);
  expect(clean.filter(({ named }) => named !== "agrees").map(told)).toEqual([]);
});

test("of the bugs that their rows tell, at least 95 of 100 are named", () => {
  const tell = judged.filter(({ given, outcome }) => given.bug !== "none" && outcome !== "tie");
  const wrong = tell.filter(({ outcome }) => outcome === "wrong");
  expect(tell.length).toBeGreaterThanOrEqual(200);
  expect(wrong.length / tell.length, wrong.map(told).join("\n")).toBeLessThanOrEqual(0.05);
});

test("of every bug most logs are named rightly, and few are ties", () => {
  for (const bug of new Set(judged.map(({ given }) => given.bug))) {
    const all = judged.filter(({ given }) => given.bug === bug);
    const right = all.filter(({ outcome }) => outcome === "right");
    expect(right.length / all.length, bug).toBeGreaterThanOrEqual(0.7);
  }
});

test("where the rows tell two bugs alike, the true one is among those that are not ruled out", () => {
  const ties = judged.filter(({ outcome }) => outcome === "tie");
  const hidden = ties.filter(({ given, audited }) => !audited.others.some(({ name }) => name === given.bug));
  expect(hidden.map(told)).toEqual([]);
});

test("a bug that is named explains its rows and says how to mend it", () => {
  for (const { audited, given } of judged) {
    if (!audited.bug) continue;
    expect(audited.bug.explained / audited.bug.informative, given.name).toBeGreaterThan(0.9);
    expect(audited.bug.mend, given.name).not.toBe("");
    expect(audited.bug.evidence.length, given.name).toBeGreaterThan(0);
  }
});

test("docs/audit-confusion.md is current", () => {
  expect(readFileSync(PAGE, "utf8")).toBe(page(loops, judged));
});
