/** What makes a plan train otherwise than it was meant to in a run, told before the run. */

export { type Checkable, check } from "./check.ts";
export type { Finding, Severity } from "./finding.ts";
export type { CheckOptions } from "./options.ts";
export { rules } from "./rules.ts";
