import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/torch/index.ts", "src/tfjs/index.ts"],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  unbundle: true,
  dts: true,
  clean: true,
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
