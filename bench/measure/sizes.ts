import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Measurement } from "../harness/row.ts";
import { runSide } from "../harness/runSide.ts";

const SCENARIOS = new URL("../../packages/anneal/test/size/", import.meta.url);
/** A program that prints the library's own bars, in bytes, by the file that each is for. */
const PRINT = `import { BARS } from ${JSON.stringify(new URL("bars.ts", SCENARIOS).href)};
console.log(JSON.stringify(Object.fromEntries(BARS.map(({ fixture, bar }) => [fixture, bar]))));`;

/** What an import costs: the library's own scenarios, bundled and minified by esbuild, then gzip -9. */
export const sizes: Measurement = {
  name: "sizes",
  async run() {
    const bars = await runSide({ command: [process.execPath, "--import", "tsx", "--input-type=module", "-e", PRINT] });
    return Promise.all(
      Object.entries(bars).map(async ([fixture, bar]) => ({
        what: `size of ${fixture}`,
        unit: "kB" as const,
        anneal: (await gzipped(fileURLToPath(new URL(fixture, SCENARIOS)))) / 1000,
        bar: bar / 1000,
      })),
    );
  },
};

async function gzipped(entry: string): Promise<number> {
  const options = { bundle: true, minify: true, format: "esm", target: "es2022", write: false } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [entry] });
  return gzipSync((outputFiles[0] as (typeof outputFiles)[number]).contents, { level: 9 }).length;
}
