import type { Context } from "./context.ts";
import type { Document } from "./document.ts";
import { shortName } from "./entry.ts";
import type { Found } from "./reading.ts";

/** A schedule that Lightning steps, with how long its `Trainer` trains, where one is all there is and says it once. */
export function withTrainerLength(found: Found, { calls }: Document, context: Context): Found {
  const trainers = calls.filter(({ name }) => shortName(name) === "Trainer");
  const [only, ...others] = trainers;
  if (!only || others.length > 0 || found.run?.steps !== undefined) return found;
  const [steps, epochs] = ["max_steps", "max_epochs"].map((name) => {
    const value = only.named.get(name);
    const count = value === undefined ? undefined : context.known(value);
    return typeof count === "number" && Number.isInteger(count) && count > 0 ? count : undefined;
  });
  if (found.unit === "update" && steps !== undefined && epochs === undefined) {
    return { ...found, run: { ...found.run, steps } };
  }
  if (epochs === undefined || steps !== undefined) return found;
  return found.unit === "epoch" ? { ...found, run: { ...found.run, steps: epochs } } : { ...found, epochs };
}
