import { BARS } from "../../packages/anneal/test/size/bars.ts";
import { measure } from "../../packages/anneal/test/size/measure.ts";
import type { Measurement } from "../harness/row.ts";

/** What an import costs: the library's own scenarios, bundled and minified by esbuild, then gzip -9. */
export const sizes: Measurement = {
  name: "sizes",
  async run() {
    return Promise.all(
      BARS.map(async (row) => ({
        what: `size of ${row.scenario}`,
        unit: "kB" as const,
        anneal: (await measure(row)).bytes / 1000,
        bar: row.bar / 1000,
      })),
    );
  },
};
