import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Exported, exportsOf } from "./docs/exports.ts";
import { publishedEntries, ROOT } from "./workspace.ts";

const entries = publishedEntries();
const exported = exportsOf(entries.map(({ source }) => source));

/** What is missing in the documentation of an exported name. */
function missing({ name, place, callable, hasSentence, hasExample }: Exported): string[] {
  const lacks = [hasSentence ? [] : "a sentence", hasExample || !callable ? [] : "an example"].flat();
  return lacks.length > 0 ? [`${place} ${name} lacks ${lacks.join(" and ")}`] : [];
}

describe.each(entries)("every name that $specifier exports", ({ source }) => {
  const names = exported.get(source) ?? [];

  it("is documented with a sentence, and with an example when it can be called", () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.flatMap(missing)).toEqual([]);
  });
});

describe("the published names that callers rely on", () => {
  const names = (specifier: string) => {
    const source = entries.find((entry) => entry.specifier === specifier)?.source;
    return exported.get(String(source))?.map(({ name }) => name);
  };

  it("are there", () => {
    const core = ["schedule", "Scheduler", "PlanError", "parsePlan", "format", "time", "level", "warmupMultiFactor"];
    const kinds = ["constant", "linear", "cosine", "polynomial", "geometric", "exponential", "piecewise", "sequence"];
    expect(names("anneal")).toEqual(expect.arrayContaining([...core, ...kinds, "multiStep", "step"]));
    expect(names("anneal/torch")).toEqual(
      expect.arrayContaining(["WarmupMultiFactorScheduler", "StepLR", "MultiStepLR"]),
    );
    expect(names("anneal/tfjs")).toEqual(expect.arrayContaining(["paramGroups"]));
  });

  it("have one entry each where a plan is written for others", () => {
    const interop = entries.filter(({ specifier }) => specifier.startsWith("anneal/interop"));
    const all = interop.flatMap(({ specifier }) => names(specifier) ?? []);
    expect(interop.length).toBeGreaterThan(10);
    expect(all.filter((name, place) => all.indexOf(name) !== place)).toEqual([]);
  });
});

describe("the check of documentation", () => {
  const cache = join(ROOT, "packages/anneal/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "public-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("finds what is missing", () => {
    const text = `
      /** A sentence. */ export function noExample(): void {}
      /** @example noSentence(); */ export function noSentence(): void {}
      export const nothing = () => 1;
      export class Bare {}
      export interface Undocumented { readonly a: 1 }
      /** Fine. */ export interface Documented { readonly a: 1 }
      /** Fine.
       * @example
       * fine();
       */
      export function fine(): void {}
    `;
    writeFileSync(join(folder, "made-up.ts"), text);
    writeFileSync(join(folder, "entry.ts"), 'export * from "./made-up.ts";');
    const entry = relative(ROOT, join(folder, "entry.ts"));
    const found = exportsOf([entry])
      .get(entry)
      ?.flatMap(missing)
      .map((line) => line.replace(/^.*:\d+ /, ""));
    expect(found).toEqual([
      "noExample lacks an example",
      "noSentence lacks a sentence and an example",
      "nothing lacks a sentence and an example",
      "Bare lacks a sentence and an example",
      "Undocumented lacks a sentence",
    ]);
  });
});
