import type { Exported } from "anneal/interop";
import type { Curve } from "../../source/curves.ts";
import { endsThere, inUpdates } from "../../source/inUpdates.ts";
import { UsageError } from "../../usageError.ts";
import { ofEpochs } from "./ofEpochs.ts";

/** What the code of a target says of updates, and what it says where a step is an epoch. */
type Words = readonly (readonly [ofUpdates: string, ofEpochs: string])[];

/** Whose schedulers are stepped after an update or after an epoch, as whoever trains or the code itself says. */
const STEPPED: ReadonlyMap<string, Words> = new Map<string, Words>([
  ["pytorch", [["a step after every update", "a step after every epoch"]]],
  [
    "timm",
    [
      ["step_update(t) after update t", "step(t) after epoch t"],
      ["t_in_epochs=False", "t_in_epochs=True"],
      ["self.step_update(0)", "self.step(0)"],
    ],
  ],
  ["mmengine", [["by_epoch=False", "by_epoch=True"]]],
]);

/** What is a function of a step, whatever that is. */
const FUNCTIONS: ReadonlySet<string> = new Set(["python", "javascript", "csv", "latex"]);

/**
 * A curve in the steps that a target counts, where it is known how many updates an epoch has: as the levels of its
 * epochs, and where it can be by formulas.
 */
export function countedFor(to: string, given: Curve, stepsPerEpoch?: unknown): readonly [Curve, ...Curve[]] {
  // An epoch of one update is that update.
  const curve: Curve = Number(stepsPerEpoch) === 1 && given.unit === "epoch" ? { ...given, unit: "update" } : given;
  if (STEPPED.has(to)) return [curve];
  const held = inUpdates(curve);
  const [formula, ...others] = to === "csv" ? [] : ofEpochs(curve, held);
  if (held.heldFor === undefined || endsThere(held)) return formula ? [held, formula, ...others] : [held];
  if (formula) return [formula, ...others];
  throw new UsageError(`${curve.name}: say --steps, for it changes for ever and is written epoch by epoch`);
}

/** What was written of a curve that counts epochs, with what its code counts. */
export function countedIn(to: string, { unit, heldFor, name }: Curve, written: Exported): Exported {
  if (heldFor !== undefined) {
    const note = `a step of ${name} is an epoch: its rates are written for ${heldFor} updates each`;
    return { ...written, notes: [...written.notes, note] };
  }
  if (unit !== "epoch") return written;
  const words = STEPPED.get(to);
  if (words) {
    const said = (text: string) => words.reduce((all, [ofUpdates, other]) => all.replaceAll(ofUpdates, other), text);
    const note = "a step of it is an epoch";
    const notes = written.notes.map(said);
    const isSaid = notes.some((text) => text.includes("epoch"));
    return { ...written, code: said(written.code), notes: isSaid ? notes : [...notes, note] };
  }
  if (FUNCTIONS.has(to)) return { ...written, notes: [...written.notes, "a step of it is an epoch"] };
  const note = "a step of it is an epoch, and the code counts updates: --steps-per-epoch says how many one has";
  return { ...written, exact: false, notes: [...written.notes, note] };
}

/** Of what was written in several ways the shortest that is exact, or the first. */
export function best<W extends Exported>(all: readonly [W, ...W[]]): W {
  const [first, ...others] = all;
  return others.reduce((a, b) => {
    const wins = b.exact && (!a.exact || b.code.length < a.code.length);
    return wins ? b : a;
  }, first);
}

/** Whose steps may be another's: PyTorch's count calls of `step()`, once an epoch or once an update. */
export function countedBy(framework: string, { unit, heldFor }: Curve, to: string): readonly string[] {
  if (framework !== "torch" || to === "pytorch" || unit !== undefined || heldFor !== undefined) return [];
  return ["a step of it is one step() of the scheduler: where that is called once an epoch, a step is an epoch"];
}
