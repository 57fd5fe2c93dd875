import { type Issue, PlanError } from "../src/error.ts";

/** The problems that something is refused with. Anything but a PlanError fails the test, and so does no error at all. */
export function issuesOf(refused: () => unknown): readonly Issue[] {
  return errorOf(refused).issues;
}

/** The whole message of a refusal. */
export function messageOf(refused: () => unknown): string {
  return errorOf(refused).message;
}

function errorOf(refused: () => unknown): PlanError {
  let result: unknown;
  try {
    result = refused();
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error(`not refused, but gave ${typeof result === "function" ? "a function" : JSON.stringify(result)}`);
}
