import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "tsdown";
import { describeFields } from "./describeFields.js";

await build({
  config: false,
  entry: [
    "src/index.ts",
    "src/torch/index.ts",
    "src/tfjs/index.ts",
    "src/jax/index.ts",
    "src/finder/index.ts",
    "src/interop/index.ts",
    "src/check/index.ts",
    "src/audit/index.ts",
    "src/svg/index.ts",
    "src/resume/index.ts",
  ],
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
