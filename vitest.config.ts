import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { publishedEntries, ROOT } from "./packages/anneal/test/ground/workspace.ts";

/** The library's entries as package.json publishes them, each in its sources. */
const entries = publishedEntries().map(({ specifier, source }) => ({
  find: new RegExp(`^${specifier}$`),
  replacement: `${ROOT}${source}`,
}));

const report = process.env.ANNEAL_TEST_REPORT;

/** Programs in Python are text, as the build of the command has them. */
const pythonAsText = {
  name: "python as text",
  load: (id: string) => (id.endsWith(".py") ? `export default ${JSON.stringify(readFileSync(id, "utf8"))}` : null),
};

/** A font is the path of its file, as the build of the command has it beside its code. */
const fontAsPath = {
  name: "font as path",
  enforce: "pre" as const,
  load: (id: string) => (id.endsWith(".ttf") ? `export default ${JSON.stringify(id)}` : null),
};

export default defineConfig({
  plugins: [pythonAsText, fontAsPath],
  resolve: {
    alias: [
      ...entries,
      {
        find: /^anneal-readers\/nearest$/,
        replacement: new URL("./packages/readers/src/nearest.ts", import.meta.url).pathname,
      },
      {
        find: /^anneal-readers\/logs$/,
        replacement: new URL("./packages/readers/src/logs/index.ts", import.meta.url).pathname,
      },
      { find: /^anneal-readers$/, replacement: new URL("./packages/readers/src/index.ts", import.meta.url).pathname },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts", "bench/test/**/*.test.ts"],
    typecheck: {
      enabled: true,
      include: ["packages/*/test/types/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
      // Type errors of everything else are what `npm run typecheck` reports.
      ignoreSourceErrors: true,
    },
    setupFiles: ["packages/anneal/test/arbitrary/seed.ts"],
    testTimeout: 60_000,
    pool: "forks",
    // A file for machines to count from, beside what people read.
    ...(report ? { reporters: ["default", "json"], outputFile: { json: report } } : {}),
  },
});
