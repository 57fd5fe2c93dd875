import { chmodSync, copyFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

rmSync(path("dist"), { recursive: true, force: true });
// One file for the start and one for each command, which is read only when it runs: most of a start is reading code.
await build({
  entryPoints: [path("src/anneal.ts")],
  outdir: path("dist"),
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: true,
  // Chinese as it is: escaped it would be twice as long to read.
  charset: "utf8",
  platform: "node",
  format: "esm",
  target: "node20",
  // A package's CommonJS may look its own files up when it runs, where a bundle has none.
  mainFields: ["module", "main"],
  // Programs in Python are handed to it as text; fonts are files beside its own.
  loader: { ".py": "text", ".ttf": "file" },
  external: ["@resvg/resvg-js"],
  // Commander is CommonJS, and asks for Node's modules by `require`.
  banner: {
    js: '#!/usr/bin/env node\nimport { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  // What the library's modules import for nothing but their types' sake.
  logOverride: { "ignored-bare-import": "silent" },
  logLevel: "warning",
});
chmodSync(path("dist/anneal.js"), 0o755);
// The fonts' licence goes where they go.
const fonts = path("../../node_modules/@expo-google-fonts/noto-sans/LICENSE_FONT");
copyFileSync(fonts, path("dist/NotoSans.LICENSE"));
