import { PlanError } from "anneal";
import type { Document } from "./document.ts";
import { frameworks } from "./frameworks.ts";
import { isDictionary } from "./value.ts";

/** What came of one way to take a text: its documents without a schedule, or its error. */
export type Tried = { readonly title: string; readonly sure: boolean } & (
  | { readonly documents: readonly Document[] }
  | { readonly error: PlanError }
);

const MOST_KEYS = 5;

/** Says why there is nothing in a text: the schedules that are wrong, what it can only have been, or what it seems to be. */
export function refuseAll(tried: readonly Tried[], from: string | undefined): never {
  // What was parsed and then refused is there twice: its schedules are what is wrong.
  const parsed = tried.filter((one) => "documents" in one);
  const seems = parsed.map((one) => ("documents" in one ? describeAll(one.title, one.documents) : "")).find(Boolean);
  const wrong = tried.find((one) => "error" in one && parsed.some(({ title }) => title === one.title));
  const said = wrong ?? (seems ? undefined : tried.find((one) => "error" in one && one.sure));
  if (said && "error" in said) throw said.error;
  const names = from ?? frameworks.map(({ name }) => name).join(", ");
  const expected = `a schedule as ${names} ${from === undefined ? "have" : "has"} it`;
  throw new PlanError([{ path: "", expected, received: seems ?? "text without one" }]);
}

/** What documents hold, in a few words; none where that says nothing. */
function describeAll(title: string, documents: readonly Document[]): string {
  const keys = documents.flatMap(({ data }) => (isDictionary(data) ? [...data.keys()] : [])).filter(Boolean);
  const calls = documents.reduce((sum, document) => sum + document.calls.length, 0);
  if (keys.length === 0 && calls === 0) return "";
  const some = keys.slice(0, MOST_KEYS).map((key) => key.slice(0, 30));
  const rest = keys.length > MOST_KEYS ? ` and ${keys.length - MOST_KEYS} more` : "";
  const held = some.length > 0 ? ` with ${some.join(", ")}${rest}` : "";
  return `${title}${held}${calls > 0 ? `${held ? "," : ""} with calls of none of theirs` : ""}`;
}
