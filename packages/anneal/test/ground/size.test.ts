import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BARS } from "../size/bars.ts";
import { measure } from "../size/measure.ts";
import { exists, filesUnder, publishedEntries, ROOT } from "./workspace.ts";

describe("what is published", () => {
  const changed = (file: string) => statSync(join(ROOT, file)).mtimeMs;

  it("is built, and from the sources as they are (if not: npm run build)", () => {
    const built = publishedEntries().map((entry) => entry.built);
    expect(built.filter((file) => !exists(file))).toEqual([]);
    const newest = filesUnder("packages/anneal/src", [".ts"]).reduce((a, b) => (changed(b) > changed(a) ? b : a));
    const oldest = Math.min(...built.map(changed));
    expect(oldest, `dist is older than ${newest}`).toBeGreaterThanOrEqual(changed(newest));
  });
});

describe("what an import costs", () => {
  const table: string[] = [];
  afterAll(() => console.log(["minified, gzip -9:", ...table].join("\n")));

  it.each(BARS.map((row) => [row.scenario, row.bar, row] as const))(
    "%s: at most %d bytes",
    async (scenario, bar, row) => {
      const { bytes, files } = await measure(row);
      table.push(`${String(bytes).padStart(7)} B of ${bar} B  ${scenario}`);
      // What is measured is what users get, and only that.
      const library = files.filter((file) => file !== "<stdin>");
      expect(library.length).toBeGreaterThan(1);
      expect(library.filter((file) => !file.startsWith("packages/anneal/dist/"))).toEqual([]);
      expect(bytes).toBeGreaterThan(200);
      expect(bytes).toBeLessThanOrEqual(bar);
    },
  );

  it("every fixture has a bar", () => {
    const files = filesUnder("packages/anneal/test/size", [".ts"]).map((file) => file.replace(/.*\//, ""));
    const fixtures = files.filter((name) => name !== "bars.ts" && name !== "measure.ts");
    const measured = BARS.flatMap(({ imports }) => imports).filter((name) => name.endsWith(".ts"));
    expect(measured.sort()).toEqual(fixtures.sort());
  });
});
