import { PlanError } from "anneal";
import { type PlaceOf, placed } from "./placed.ts";

/** Whether a value of a JSON text is an object. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The refusal of a field of a JSON text, at its place. */
export function refusedField(path: string, expected: string, received: unknown, placeOf: PlaceOf): PlanError {
  return placed(new PlanError([{ path, expected, received: described(received) }]), placeOf);
}

function described(value: unknown): string {
  if (isObject(value)) return Object.keys(value).length === 0 ? "an empty one" : typeof value;
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return value === null ? "null" : typeof value;
}
