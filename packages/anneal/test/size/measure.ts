import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Bar } from "./bars.ts";

/** What an import costs in bytes, and the files that are in its bundle. */
export async function measure({ imports, onTop = [] }: Bar): Promise<{ bytes: number; files: string[] }> {
  const [whole, before] = await Promise.all([bundle([...onTop, ...imports]), onTop.length > 0 && bundle(onTop)]);
  return { ...whole, bytes: whole.bytes - (before ? before.bytes : 0) };
}

async function bundle(imports: readonly string[]): Promise<{ bytes: number; files: string[] }> {
  const contents = imports.map(textOf).join("\n");
  const { outputFiles, metafile } = await build({
    stdin: { contents, loader: "ts", resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    absWorkingDir: fileURLToPath(new URL("../../../../", import.meta.url)),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    legalComments: "none",
    // What the library's modules import for nothing but their types' sake.
    logOverride: { "ignored-bare-import": "silent" },
    metafile: true,
    write: false,
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${imports} gave no bundle`);
  return { bytes: gzipSync(output.contents, { level: 9 }).length, files: Object.keys(metafile.inputs) };
}

/** A fixture as it is, or an entry with every name of it in use. */
function textOf(name: string, place: number): string {
  if (name.endsWith(".ts")) return readFileSync(new URL(name, import.meta.url), "utf8");
  return `import * as all${place} from ${JSON.stringify(name)};\nconsole.log(all${place});`;
}
