import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** A program that measures one side of a comparison, prints one line of JSON with numbers, and ends. */
export interface Side {
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]];
}

const BENCH = fileURLToPath(new URL("..", import.meta.url));

/** A side in a fresh Node process: a file of `bench/sides`, its arguments, and flags for V8. */
export function nodeSide(file: string, args: readonly string[] = [], flags: readonly string[] = []): Side {
  return { command: [process.execPath, ...flags, builtSide(file), ...args] };
}

/**
 * A file of `bench/sides` as plain JavaScript that imports the library as it is published. A loader that turns
 * TypeScript into JavaScript while it runs would also rewrite the library, and slow it down in its own ways.
 */
export function builtSide(file: string): string {
  const outfile = `${BENCH}.cache/${file.replace(/\.ts$/, ".mjs")}`;
  const shape = { bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" } as const;
  buildSync({ ...shape, entryPoints: [`${BENCH}sides/${file}`], outfile });
  return outfile;
}
