import type { Reporter, TestModule, Vitest } from "vitest/node";

/**
 * Tells when a test file does not load: Stryker sees failed tests only, and would take the mutant for a survivor. An
 * error outside of the tests makes it a "RuntimeError", which the report counts as killed.
 */
export class Loads implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestModuleEnd(module: TestModule): void {
    const [error] = module.errors();
    if (!error) return;
    this.vitest?.state.catchError(new Error(error.message), "The test file does not load");
    void this.vitest?.cancelCurrentRun("test-failure");
  }
}
