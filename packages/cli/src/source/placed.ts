import { type Issue, PlanError } from "anneal";
import type { Place } from "./place.ts";

/** Where a path stands in a text; with `key`, that entry of it. */
export type PlaceOf = (path: string, key?: string) => Place | undefined;

/** A name that is none of a list, as an issue has it. */
const STRANGER = /^one of /;

/** The issues of a plan with the places that their paths have in the text, under which they are called `prefix.path`. */
export function placed(error: PlanError, placeOf: PlaceOf, prefix = ""): PlanError {
  return new PlanError(
    error.issues.map((issue): Issue => {
      const path = [prefix, issue.path].filter(Boolean).join(issue.path.startsWith("[") ? "" : ".");
      const place = placeOf(path, strangerOf(issue));
      return place ? { ...issue, path: at(place, issue.path) } : issue;
    }),
  );
}

/** A path with its place, as errors write it. */
export function at({ line, column }: Place, path: string): string {
  return `line ${line}, column ${column}${path && `, ${path}`}`;
}

/** The name of a field that there is not. */
function strangerOf({ expected, received }: Issue): string | undefined {
  if (!STRANGER.test(expected) || !received.startsWith('"')) return undefined;
  try {
    return String(JSON.parse(received));
  } catch {
    return undefined;
  }
}
