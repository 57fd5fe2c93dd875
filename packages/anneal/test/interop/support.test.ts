import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as anneal from "../../src/index.ts";
import { kinds } from "../../src/plan.ts";
import { casesOf } from "./support/cases.ts";
import { SUPPORT, supportPage } from "./support/page.ts";
import { readResults, summarize } from "./support/results.ts";
import { SUBJECTS } from "./support/subjects.ts";
import { targets } from "./targets/index.ts";
import { javaScript } from "./targets/javaScript.ts";

/** What the library exports besides kinds and recipes. */
const NO_RECIPES = new Set(
  "format functions level time schedule parsePlan run batchRamp replay plateau greedy kerasPlateau optaxPlateau".split(
    " ",
  ),
);

describe("SUPPORT.md", () => {
  const results = readResults();

  it("is the page of the results that `npm run verify:frameworks` wrote", () => {
    expect(readFileSync(SUPPORT, "utf8")).toBe(supportPage(results));
  });

  it("has every target, with every kind and recipe", () => {
    expect(Object.keys(results.targets).sort()).toEqual(targets.map(({ name }) => name).sort());
    const made = Object.keys(anneal).filter((name) => /^[a-z]/.test(name) && !NO_RECIPES.has(name));
    expect(Object.keys(SUBJECTS).sort()).toEqual([...new Set([...Object.keys(kinds), ...made])].sort());
    for (const { subjects } of Object.values(results.targets)) {
      expect(Object.keys(subjects)).toEqual(Object.keys(SUBJECTS));
    }
  });

  it("has nothing that was called exact and was not", () => {
    for (const { name, precision } of targets) {
      const far = Object.entries(results.targets[name]?.subjects ?? {}).filter(
        ([, { deviation }]) => !(deviation <= precision),
      );
      expect({ name, far }).toEqual({ name, far: [] });
    }
  });
});

describe("what is written", () => {
  it("is exact in JavaScript, run here", () => {
    const cases = casesOf(javaScript, 4, 11);
    const given = cases.map(({ written: { code, exact }, base, steps }) =>
      exact ? (javaScript.here?.values(code, base, steps) ?? null) : null,
    );
    const { subjects, wrong } = summarize(javaScript, cases, given);
    expect(wrong).toEqual([]);
    expect(Object.values(subjects).filter(({ exact }) => exact > 0).length).toBeGreaterThan(45);
  });

  it.each(targets)("for $name is code with what is to be known, or says why not", (target) => {
    for (const { written, subject } of casesOf(target, 2, 5)) {
      const { code, exact, notes } = written;
      expect({ subject, told: exact ? code.endsWith("\n") : notes.length > 0 }).toEqual({ subject, told: true });
    }
  });
});
