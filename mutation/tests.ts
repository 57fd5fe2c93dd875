/** The tests that are run against the mutants of each folder: what is about it, and nothing that only reads files. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  kinds: ["kinds/*", "evaluate", "schedule", "parsePlan", "frozen", "laws"],
  recipes: ["recipes/*", "functions/*", "frozen"],
  controllers: [
    "controllers/*",
    "scheduler/controllerState",
    "scheduler/observe",
    "scheduler/replay",
    "scheduler/errors",
    "parity/controllers",
  ],
  torch: ["torch/*", "parity/torchCurrent", "parity/seedSchedule", "frozen"],
};

/** The folders of packages/anneal/src that are mutated. */
export const FOLDERS: readonly string[] = Object.keys(TESTS);

/** The test files to run against the mutants of a file such as `kinds/linear.ts`. */
export function testsOf(file: string): string[] {
  const tests = TESTS[file.split("/")[0] as string] ?? [];
  return tests.map((test) => `packages/anneal/test/${test}.test.ts`);
}
