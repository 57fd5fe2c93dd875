import vm from "node:vm";
import type { Functions } from "../../src/index.ts";

/** The function that printed JavaScript defines, as a program of its own. */
export function runJavaScript(
  code: string,
  functions: Functions = {},
  name = "learningRate",
): (step: number) => number {
  return vm.runInNewContext(`${code}\n${name}`, { functions: { ...functions } });
}
