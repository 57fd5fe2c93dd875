import type { Plan } from "anneal";
import type { Reader } from "../entry.ts";
import { limited, number, type Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";

/** What a `LearningRateSchedule` schedules: the rate itself, by the optimizer's iterations. */
export const scheduled = (lr: Plan): Found => ({ program: { lr }, unit: "update" });

/** The optimizer's rate, as far as it is known, where a callback's plan is of it. */
export function optimizersRate({ context, place }: Reader): Pick<Found, "run"> {
  const given = context.given("learning_rate");
  const said = given === undefined ? context.optimizersRate : { value: given, place };
  if (said === undefined) {
    context.need("learning_rate", "the optimizer's rate", place);
    return {};
  }
  const base = number.read(said.value, { context, path: "learning_rate", place: said.place });
  if (base !== undefined && "note" in said && said.note) context.note(said.note, said.place);
  return base === undefined ? {} : { run: { base } };
}

/** A number of steps that Keras wants above 0. */
export const steps: Parameter<number> = limited(number, "a number above 0", (value) => value > 0);
