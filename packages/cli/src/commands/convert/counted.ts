import type { Exported } from "anneal/interop";
import type { Curve } from "../../source/curves.ts";
import { endsThere, inUpdates } from "../../source/inUpdates.ts";
import { UsageError } from "../../usageError.ts";

/** Whose schedulers are stepped by whoever trains, after an update or after an epoch. */
const STEPPED: ReadonlySet<string> = new Set(["pytorch"]);

/** What is a function of a step, whatever that is. */
const FUNCTIONS: ReadonlySet<string> = new Set(["python", "javascript", "csv", "latex"]);

/** A curve in the steps that a target counts, where it is known how many updates an epoch has. */
export function countedFor(to: string, curve: Curve): Curve {
  if (STEPPED.has(to)) return curve;
  const placed = inUpdates(curve);
  if (placed.heldFor === undefined || endsThere(placed)) return placed;
  throw new UsageError(`${curve.name}: say --steps, for it changes for ever and is written epoch by epoch`);
}

/** What was written of a curve that counts epochs, with what its code counts. */
export function countedIn(to: string, { unit, heldFor, name }: Curve, written: Exported): Exported {
  if (heldFor !== undefined) {
    const note = `a step of ${name} is an epoch: its rates are written for ${heldFor} updates each`;
    return { ...written, notes: [...written.notes, note] };
  }
  if (unit !== "epoch") return written;
  if (STEPPED.has(to)) {
    const ofEpochs = (text: string) => text.replaceAll("a step after every update", "a step after every epoch");
    return { ...written, code: ofEpochs(written.code), notes: written.notes.map(ofEpochs) };
  }
  if (FUNCTIONS.has(to)) return { ...written, notes: [...written.notes, "a step of it is an epoch"] };
  const note = "a step of it is an epoch, and the code counts updates: --steps-per-epoch says how many one has";
  return { ...written, exact: false, notes: [...written.notes, note] };
}

/** Whose steps may be another's: PyTorch's count calls of `step()`, once an epoch or once an update. */
export function countedBy(framework: string, { unit, heldFor }: Curve, to: string): readonly string[] {
  if (framework !== "torch" || STEPPED.has(to) || unit !== undefined || heldFor !== undefined) return [];
  return ["a step of it is one step() of the scheduler: where that is called once an epoch, a step is an epoch"];
}
