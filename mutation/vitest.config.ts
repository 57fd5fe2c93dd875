import { basename } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { Loads } from "./loads.ts";
import { testsOf } from "./tests.ts";

const mutated = process.env.ANNEAL_MUTATED ?? "";

/** What tries every option and field, and what takes longest. */
const TABLES = /\/(fields|options|optionTexts|warmupOptions)\.test\.ts$/;
const SLOW = /\/(laws|resume)\.test\.ts$/;

/** How soon a test is to be run: first the file's own, the tables and its folder's, last what is slow. */
function distance({ moduleId }: TestSpecification): number {
  if (basename(moduleId) === `${basename(mutated, ".ts")}.test.ts`) return 0;
  if (TABLES.test(moduleId)) return 1;
  if (SLOW.test(moduleId)) return 4;
  return moduleId.includes(`/test/${mutated.split("/")[0]}/`) ? 2 : 3;
}

/** What is nearest kills soonest, and then the rest is not run. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => distance(a) - distance(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

const config: ViteUserConfig = defineConfig({
  test: {
    include: testsOf(mutated),
    setupFiles: ["mutation/setup.ts"],
    sequence: { sequencer: NearestFirst },
    reporters: [new Loads()],
    testTimeout: 60_000,
    // Every run of a mutant is in a worker of its own, which is enough; one for each test file takes twice as long.
    isolate: false,
  },
});

export default config;
