import { type Issue, PlanError } from "anneal";
import type { Document } from "./document.ts";
import { frameworks } from "./frameworks.ts";
import { nearlyKnown } from "./nearlyKnown.ts";
import { mistakeIn } from "./python/mistakeIn.ts";
import { at } from "./refuse.ts";
import { unknownSchedule } from "./unknownSchedule.ts";
import { isDictionary, type Place } from "./value.ts";

/** What came of one way to take a text: its documents without a schedule, or its error. */
export type Tried = { readonly title: string; readonly sure: boolean } & (
  | { readonly documents: readonly Document[] }
  | { readonly error: PlanError }
);

const MOST_KEYS = 5;
const MOST_NAMES = 3;

/** Says why there is nothing in a text: the schedules that are wrong, what it can only have been, or what it seems to be. */
export function refuseAll(text: string, tried: readonly Tried[], from: string | undefined): never {
  // What was parsed and then refused is there twice: its schedules are what is wrong.
  const parsed = tried.filter((one) => "documents" in one);
  const documents = parsed.flatMap((one) => ("documents" in one ? one.documents : []));
  const seems = parsed.map((one) => ("documents" in one ? describeAll(one.title, one.documents) : "")).find(Boolean);
  const wrong = tried.find((one) => "error" in one && parsed.some(({ title }) => title === one.title));
  const said = wrong ?? (seems ? undefined : tried.find((one) => "error" in one && one.sure));
  if (said && "error" in said) throw said.error;
  const near = nearlyKnown(documents, from);
  if (near) throw refusal(at(near.place, ""), from, `${near.written}; did you mean ${near.name}?`);
  const unread = unknownSchedule(documents);
  if (unread) throw refusal(at(unread.place, ""), from, unread.told);
  const mistake = documents.some(({ notation }) => notation === "python") ? mistakeIn(text) : undefined;
  if (mistake) throw refusal(at(mistake, ""), from, `${seems || "Python"}, and a syntax error here`);
  const set = documents.some(({ notation }) => notation === "python") ? rateSetIn(text) : undefined;
  if (set) throw refusal(at(set.place, ""), from, `${set.text}, which sets the rate by what cannot be read`);
  if (seems) throw refusal("", from, seems);
  const errors = tried.flatMap((one) => ("error" in one ? [{ title: one.title, issue: one.error.issues[0] }] : []));
  const [likely] = errors.filter(({ title }) => title !== "Python");
  if (!likely?.issue) throw refusal("", from, "text without one");
  throw refusal(likely.issue.path, from, `text that reads as no ${likely.title}: ${toldAlone(likely.issue)}`);
}

function refusal(path: string, from: string | undefined, received: string): PlanError {
  const names = frameworks.map(({ name }) => name);
  const some = `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} others have it`;
  return new PlanError([{ path, expected: `a schedule as ${from === undefined ? some : `${from} has it`}`, received }]);
}

/** A statement that sets an optimizer's rate from a list, a call or another value. */
const SETS = /^[ \t]*(\w*group\w*|[\w.]+\.param_groups\[\w+\])\[(["'])lr\2\][ \t]*=[ \t]*[\w.]+[ \t]*[[(][^\n]*/m;

function rateSetIn(text: string): { readonly text: string; readonly place: Place } | undefined {
  const found = SETS.exec(text);
  if (!found) return undefined;
  const own = found[0].trim();
  const from = found.index + found[0].indexOf(own);
  const line = text.slice(0, from).split("\n").length;
  return { text: own.slice(0, 80), place: { line, column: from - text.lastIndexOf("\n", from) } };
}

/** A problem without its place. */
function toldAlone({ expected, received }: Issue): string {
  return `expected ${expected}, received ${received}`;
}

/** What documents hold, in a few words; none where that says nothing. */
function describeAll(title: string, documents: readonly Document[]): string {
  let [keys, calls] = [0, 0];
  const some: string[] = [];
  for (const document of documents) {
    calls += document.calls.length;
    if (!isDictionary(document.data)) continue;
    keys += document.data.size - (document.data.has("") ? 1 : 0);
    for (const key of document.data.keys()) {
      if (some.length === MOST_KEYS) break;
      if (key) some.push(key.slice(0, 30));
    }
  }
  if (keys === 0 && calls === 0) return "";
  const rest = keys > MOST_KEYS ? ` and ${keys - MOST_KEYS} more` : "";
  const held = some.length > 0 ? ` with ${some.join(", ")}${rest}` : "";
  return `${title}${held}${calls > 0 ? `${held ? "," : ""} with calls of none of theirs` : ""}`;
}
