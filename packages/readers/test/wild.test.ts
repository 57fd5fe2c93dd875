import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PAGE, page, summary } from "./wild/report.ts";
import { judge, samples, wild, wrong } from "./wild/samples.ts";

describe("schedules as public projects write them", () => {
  it.each(samples.map((sample) => [sample.file, sample] as const))("%s", (_, sample) => {
    const { outcome, needs, told } = judge(sample);
    expect(outcome).toBe(sample.expect);
    if (sample.expect === "needs") expect(needs).toEqual(sample.needs);
    else expect(told).toContain(sample.why ?? "");
    if (sample.fault === undefined) expect(wrong(sample)).toBeUndefined();
    else expect(wrong(sample), "it is mended: take its fault away").toBeDefined();
  });

  it.each(samples.map((sample) => [sample.file, sample] as const))("%s says where it is from", (_, { source }) => {
    expect(source?.repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
    expect(source?.path).toMatch(/^[^/].*\.\w+$/);
    expect(source?.commit).toMatch(/^[\da-f]{40}$/);
  });

  it("whatever is asked for can be answered", () => {
    const asking = samples.filter(({ expect }) => expect === "needs");
    for (const sample of asking) {
      const known: Record<string, number> = {};
      // What is answered may lead to another question.
      for (let round = 0; round < 5; round++) {
        const { needs, told } = judge(sample, wild, known);
        expect(`${sample.file}: ${told}`).not.toContain("nothing asks for");
        // The file that a configuration goes on from is read, and not given.
        for (const name of needs.filter((one) => one !== "_base_")) {
          expect(known, sample.file).not.toHaveProperty([name]);
          known[name] = 7;
        }
      }
    }
    expect(asking.length).toBeGreaterThan(90);
  }, 60_000);

  it("each file is a sample, and each golden curve one of theirs", () => {
    const folders = new URL("wild/", import.meta.url);
    const written = readdirSync(folders, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("__"))
      .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folders)).map((file) => `${name}/${file}`));
    const files = samples.map(({ file }) => file);
    expect(files.sort()).toEqual(written.sort());
    expect(files).toEqual(expect.arrayContaining(Object.keys(wild.goldens)));
  });

  it("most are read, and no curve is wrong but those that say so", () => {
    const all = summary().get("all");
    expect(all?.samples).toBeGreaterThanOrEqual(220);
    expect(all?.compared).toBeGreaterThanOrEqual(110);
    expect(summary().size).toBeGreaterThan(15);
    expect(new Set(samples.map(({ source }) => source?.repository)).size).toBeGreaterThanOrEqual(120);
    expect(all?.wrong).toBe(samples.filter(({ fault }) => fault !== undefined).length);
    const { full = 0, needs = 0, samples: count = 0 } = all ?? {};
    expect((full + needs) / count).toBeGreaterThanOrEqual(0.9);
  });

  it("docs/in-the-wild.md is current", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(page());
  });
});
