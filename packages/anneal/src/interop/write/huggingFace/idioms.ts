import { LinearLeaf } from "../../../kinds/linear.ts";
import type { Plan } from "../../../plan.ts";
import type { Idiom, Shape } from "../idiom.ts";
import { notesOn } from "../python/makeScheduler.ts";
import { fieldsOf, stretches } from "../stretches.ts";
import { scheduleOf } from "./schedule.ts";
import { type Warmed, wsd } from "./wsd.ts";

/** How a schedule is written, or undefined where that form cannot say it. */
export type Form = (shape: Shape, schedule: Warmed) => string | undefined;

/** The schedules of Transformers that a plan may be, in a form. */
export const idioms = (form: Form): readonly Idiom[] =>
  [warmed, (shape: Shape) => wsd(stretches(shape), shape.base)].map((find) => (shape) => {
    const schedule = find(shape);
    const code = schedule && form(shape, schedule);
    return code === undefined ? undefined : { code, means: schedule?.means as Plan, notes: notesOn(shape) };
  });

/** A schedule after a line from nothing to the base rate, or without one. */
function warmed(shape: Shape): Warmed | undefined {
  const { base, steps } = shape;
  const all = stretches(shape);
  const { from, to, over = 0.5 } = fieldsOf(all[0], LinearLeaf) ?? {};
  const warm = from === 0 && to === base && Number.isInteger(over) ? over : 0;
  const next = warm > 0 ? all[1] : all[0];
  if (warm > 0 && next && next.start !== warm) return;
  const schedule = scheduleOf(next, base, steps - warm);
  if (!schedule || warm === 0) return schedule && { ...schedule, warm };
  const parts: Plan[] = [{ kind: "linear", from: 0, to: base, over: warm }, schedule.means];
  const type = schedule.type === "constant" ? "constant_with_warmup" : schedule.type;
  return { ...schedule, type, warm, means: { kind: "sequence", parts } };
}
