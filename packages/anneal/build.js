import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "tsdown";
import { describeFields } from "./describeFields.js";

// What package.json publishes is built, each entry from the source at the same path.
const manifest = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

await build({
  config: false,
  entry: Object.values(manifest.exports)
    .filter((built) => built.endsWith(".js"))
    .map((built) => built.replace("./dist/", "src/").replace(/\.js$/, ".ts")),
  format: "esm",
  platform: "neutral",
  target: "es2022",
  unbundle: true,
  dts: true,
  clean: true,
  logLevel: "warn",
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});

const dist = new URL("dist/", import.meta.url);
for (const file of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(".d.ts"))) {
  const module = new URL(file, dist);
  writeFileSync(module, describeFields(readFileSync(module, "utf8")));
}
