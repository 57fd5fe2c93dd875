import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { publishedEntries, ROOT } from "../../anneal/test/ground/workspace.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const alias = Object.fromEntries(publishedEntries().map(({ specifier, source }) => [specifier, `${ROOT}${source}`]));

/** What only a log of one format needs. */
const LIBRARIES = ["csv-parse", "@streamparser/json", "@bufbuild/protobuf"];

let outputs: Metafile["outputs"];
beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: [path("../src/anneal.ts")],
    ...{ bundle: true, splitting: true, platform: "node", format: "esm", metafile: true, write: false, outdir: "out" },
    mainFields: ["module", "main"],
    loader: { ".py": "text", ".ttf": "file" },
    external: ["@resvg/resvg-js"],
    alias,
    logLevel: "error",
  });
  outputs = metafile.outputs;
});

/** The packages in a file and in all that it imports at once. */
function packagesOf(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const { inputs = {}, imports = [] } = outputs[file] ?? {};
  const own = Object.keys(inputs).flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
  const others = imports.filter(({ kind, external }) => kind === "import-statement" && !external);
  return [...new Set([...own, ...others.flatMap(({ path }) => packagesOf(path, seen))])];
}

describe("what reads logs", () => {
  it("is read by nothing but a log of its format", () => {
    for (const library of LIBRARIES) {
      const holding = Object.keys(outputs).filter((file) => packagesOf(file).includes(library));
      expect(holding, library).toHaveLength(1);
      expect(holding[0], library).toMatch(/(?:csv|json|tensorBoard)-\w+\.js$/);
    }
  });

  it("is not there at the start", () => {
    const packages = packagesOf("out/anneal.js");
    expect(packages).toContain("commander");
    expect(packages.filter((name) => [...LIBRARIES, "crc-32"].includes(name))).toEqual([]);
  });
});
