import { readFileSync } from "node:fs";
import { signatures } from "anneal/audit";
import { describe, expect, it } from "vitest";

describe("docs/audit.md", () => {
  const page = readFileSync(new URL("../../../../docs/audit.md", import.meta.url), "utf8");
  const sections = page.split(/^## /m).slice(2);

  it("has a section for each signature, whose example is run and named", () => {
    expect(sections.map((section) => section.split("\n")[0])).toEqual(
      signatures.map(({ name, title }) => `\`${name}\`: ${title}`),
    );
    for (const [i, section] of sections.entries()) {
      expect([...section.matchAll(/\/\/ => (.*)$/gm)].map(([, mark]) => mark)).toContain(`"${signatures[i]?.name}"`);
    }
  });
});
