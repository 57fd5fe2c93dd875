/** What a run really did with its schedule: the rates that it logged against the plan, and the bug by its name. */

export { audit } from "./audit.ts";
export { type AuditedGroup, auditGroups, type LoggedGroup } from "./auditGroups.ts";
export type { LoggedRates } from "./loggedRates.ts";
export type { AuditOptions } from "./options.ts";
export { signatures } from "./signatures.ts";
export type { Audit, AuditedRows, Deviation, Explanation, Severity, SignatureName } from "./verdict.ts";
