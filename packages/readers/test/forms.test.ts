import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { forms, judge, wrong } from "./wild/samples.ts";

describe("forms in which schedules are written", () => {
  it.each(forms.samples.map((sample) => [sample.file, sample] as const))("%s", (_, sample) => {
    const { outcome, needs, told } = judge(sample, forms);
    expect(outcome).toBe(sample.expect);
    if (sample.expect === "needs") expect(needs).toEqual(sample.needs);
    else expect(told).toContain(sample.why ?? "");
    expect(wrong(sample, forms)).toBeUndefined();
  });

  it("each file is a sample, and each golden curve one of theirs", () => {
    const folder = new URL("forms/", import.meta.url);
    const written = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`));
    const files = forms.samples.map(({ file }) => file);
    expect(files.sort()).toEqual(written.sort());
    expect(files).toEqual(expect.arrayContaining(Object.keys(forms.goldens)));
  });
});
