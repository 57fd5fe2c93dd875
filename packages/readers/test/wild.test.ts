import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { summary } from "./wild/report.ts";
import { goldens, judge, samples, wrong } from "./wild/samples.ts";

describe("schedules as public projects write them", () => {
  it.each(samples.map((sample) => [sample.file, sample] as const))("%s", (_, sample) => {
    const { outcome, needs, told } = judge(sample);
    expect(outcome).toBe(sample.expect);
    if (sample.expect === "needs") expect(needs).toEqual(sample.needs);
    else expect(told).toContain(sample.why ?? "");
    expect(wrong(sample)).toBeUndefined();
  });

  it("each file is a sample, and each golden curve one of theirs", () => {
    const folders = new URL("wild/", import.meta.url);
    const written = readdirSync(folders, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("__"))
      .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folders)).map((file) => `${name}/${file}`));
    const files = samples.map(({ file }) => file);
    expect(files.sort()).toEqual(written.sort());
    expect(files).toEqual(expect.arrayContaining(Object.keys(goldens)));
  });

  it("most are read, and no curve is wrong", () => {
    const all = summary().get("all");
    expect(all?.samples).toBeGreaterThanOrEqual(200);
    expect(all?.compared).toBeGreaterThanOrEqual(100);
    expect(all?.wrong).toBe(0);
    const { full = 0, needs = 0, samples: count = 0 } = all ?? {};
    expect((full + needs) / count).toBeGreaterThanOrEqual(0.9);
  });
});
