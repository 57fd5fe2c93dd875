import { fileURLToPath, pathToFileURL } from "node:url";
import { builtSide, type Side } from "./side.ts";

/** Where the example lives; its programs are run, not imported. */
export const EXAMPLE = fileURLToPath(new URL("../../examples/mnist/", import.meta.url));

/** The example's training without scheduler, checkpoints and log, perhaps with a file of `bench/sides` preloaded. */
export function bareLoop(epochs: number, preload?: string): Side {
  const preloaded = preload === undefined ? [] : ["--import", pathToFileURL(builtSide(preload)).href];
  const loop = `${EXAMPLE}bench/bareLoop.ts`;
  return { command: [process.execPath, "--import", "tsx", ...preloaded, loop, "--epochs", String(epochs)] };
}
