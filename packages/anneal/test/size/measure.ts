import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The size of a bundled fixture in bytes, and the files that are in it. */
export async function measure(fixture: string): Promise<{ bytes: number; files: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(fixture, import.meta.url))],
    absWorkingDir: fileURLToPath(new URL("../../../../", import.meta.url)),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    legalComments: "none",
    metafile: true,
    write: false,
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${fixture} gave no bundle`);
  return { bytes: gzipSync(output.contents, { level: 9 }).length, files: Object.keys(metafile.inputs) };
}
