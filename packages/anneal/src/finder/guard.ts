import { PlanError } from "../error.ts";
import type { Fault } from "./finderError.ts";

/** Carries what went wrong in one of the caller's functions to where everything is restored. */
export class Broken {
  constructor(readonly fault: Fault) {}
}

/** Runs one of the caller's functions, and says which one it was when it throws; a PlanError says that itself. */
export async function guard<T>(path: string, expected: string, run: () => T | PromiseLike<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    const issue = cause instanceof PlanError ? cause.issues[0] : undefined;
    throw new Broken({ path, expected, received: String(cause).slice(0, 200), ...issue, cause });
  }
}

/** The error of what was thrown before training has begun, when there is nothing to restore. */
export function refusalOf(thrown: unknown): PlanError {
  const { cause, ...issue } = faultOf(thrown);
  return cause instanceof PlanError ? cause : Object.assign(new PlanError([issue]), { cause });
}

/** The fault that was thrown; anything else that was, such as by a getter of the signal, is one too: all is restored first. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof Broken) return thrown.fault;
  return { path: "", expected: "no error", received: String(thrown).slice(0, 200), cause: thrown };
}
