import type { Found } from "./reading.ts";

/** A schedule whose run nobody says the length of, but that can make no more steps than it is made for. */
export function asMade(given: Found | undefined): Found | undefined {
  if (!given) return undefined;
  const { made, ...found } = given;
  const isPlain = found.unit !== "epoch" && !found.every && !found.fraction && !found.isUnclocked;
  if (made === undefined || !isPlain || found.run?.steps !== undefined) return found;
  return { ...found, run: { ...found.run, steps: made } };
}
