import { build } from "tsdown";

await build({
  config: false,
  entry: ["src/index.ts", "src/torch/index.ts", "src/tfjs/index.ts", "src/jax/index.ts", "src/finder/index.ts", "src/interop/index.ts"],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  unbundle: true,
  dts: true,
  clean: true,
  logLevel: "warn",
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
