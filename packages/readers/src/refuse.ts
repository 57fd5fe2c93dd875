import { PlanError } from "anneal";
import type { Place } from "./value.ts";

/** A path in a text, with its place. */
export function at(place: Place | undefined, path: string): string {
  return place ? `line ${place.line}, column ${place.column}${path && `, ${path}`}` : path;
}

/** Refuses a text, or what stands at a place of it. */
export function refuse(place: Place | undefined, expected: string, received: string): never {
  throw new PlanError([{ path: at(place, ""), expected, received }]);
}
