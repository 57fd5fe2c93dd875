import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Side } from "./side.ts";

const run = promisify(execFile);
const BENCH = fileURLToPath(new URL("..", import.meta.url));

/** The numbers that one run of a side printed in its last line. */
export async function runSide({ command: [program, ...args] }: Side): Promise<Readonly<Record<string, number>>> {
  const { stdout } = await run(program, args, { cwd: BENCH, maxBuffer: 64 * 2 ** 20 }).catch((error: Error) => {
    throw new Error(`${args.findLast((arg) => /\.(?:mjs|ts|py)$/.test(arg)) ?? program}: ${reason(error)}`);
  });
  const line = stdout.trimEnd().split("\n").at(-1) ?? "";
  return JSON.parse(line) as Record<string, number>;
}

/** The line in which a program that ended badly says why. */
function reason(error: Error & { readonly stderr?: string }): string {
  const lines = (error.stderr ?? "").split("\n");
  return lines.find((line) => /^\s*\w*Error\b/.test(line)) ?? error.message;
}
