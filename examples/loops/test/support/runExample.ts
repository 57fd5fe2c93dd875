import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** Lets the process take the library from its source, as the other tests do, and not from what was built last. */
const TSCONFIG = fileURLToPath(new URL("tsconfig.json", import.meta.url));

/** Runs an example to its end, which has to be a good one, and gives the lines that it printed. */
export async function runExample(name: string): Promise<string[]> {
  const path = fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", path], {
    env: { ...process.env, TSX_TSCONFIG_PATH: TSCONFIG },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.trimEnd().split("\n");
}

/** The numbers that stand behind a label on a line. */
export function numbersAfter(label: string, line: string | undefined): number[] {
  const [, after = ""] = String(line).split(`${label}: `);
  return /^(?:[\d.e-]+ ?)+/.exec(after)?.[0].trim().split(" ").map(Number) ?? [];
}
