import { LinearLeaf } from "../../../kinds/linear.ts";
import type { Piece } from "../../../piece.ts";
import type { Plan } from "../../../plan.ts";
import type { Idiom } from "../idiom.ts";
import { call } from "../python/call.ts";
import { importFrom } from "../python/importFrom.ts";
import { makeScheduler, notesOn } from "../python/makeScheduler.ts";
import { fieldsOf, stretches } from "../stretches.ts";
import { cycles, type Reading, steps, wsd } from "./schedule.ts";
import { DRIVEN } from "./scheduler.ts";

/** A schedule of timm's after a line up to the base rate, or without one. */
const idiom =
  (name: string, read: Reading): Idiom =>
  (shape) => {
    const { base } = shape;
    const all = fromStart(stretches(shape), base);
    const { from = 0, to, over = 0.5 } = fieldsOf(all[0], LinearLeaf) ?? {};
    const warm = to === base && Number.isInteger(over) ? over : 0;
    const rest = (warm ? all.slice(1) : all).map((one) => ({
      ...one,
      start: one.start - warm,
      value: one.leaf ? one.value - warm : one.value,
    }));
    const schedule = read(rest, base, shape.steps - warm);
    if (!schedule) return;
    const prefix = /Cosine|Tanh|Poly/.test(schedule.name) && warm > 0;
    const made = call(schedule.name, ["optimizer"], {
      ...schedule.args,
      warmup_t: warm || undefined,
      warmup_lr_init: from && warm ? from : undefined,
      warmup_prefix: prefix || undefined,
      t_in_epochs: false,
    });
    // What the constructor sets is not asked of the curve.
    const climb: Plan = warm
      ? { kind: "linear", from, to: base, over: warm }
      : { kind: "constant", value: base, over: 1 };
    const after = { plan: schedule.means, ...(warm === 0 && { clock: "global" as const }) };
    const means: Plan = { kind: "sequence", parts: [climb, after] };
    return {
      code: makeScheduler(shape, name, made, [importFrom("timm.scheduler", [schedule.name])], "", DRIVEN),
      means,
      notes: notesOn(shape, DRIVEN),
    };
  };

/** A curve whose first update is at the base rate begins there: the constructor sets that. */
function fromStart(all: readonly Piece[], base: number): readonly Piece[] {
  const [first, second, ...rest] = all;
  const isLate = first?.value === base && !first.leaf && second?.leaf && second.start === 1 && second.value === 0;
  return isLate ? [{ ...second, start: 0 }, ...rest] : all;
}

/** The schedules of timm that a plan may be. */
export const idioms = (name: string): readonly Idiom[] => [steps, cycles, wsd].map((read) => idiom(name, read));
