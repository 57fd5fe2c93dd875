import type { Controller } from "anneal";
import type { Source } from "./source.ts";

/** The controllers of a hyperparameter that have not begun: those of a saved state are under way, and are left to it. */
export function controllersOf({ driven = {}, control }: Source, key: string): readonly Controller[] {
  if (control !== undefined || !Object.hasOwn(driven, key)) return [];
  return driven[key] as readonly Controller[];
}
