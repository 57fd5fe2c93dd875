import { constant, linear, type Plan, polynomial, sequence } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { number, optional } from "../parameter.ts";
import { scheduled } from "./scheduled.ts";

/** A way from one value to another that begins after some steps; one without steps never begins. */
function transition(from: number, begin: number, steps: number, ramp: Plan): Plan {
  if (steps <= 0) return constant({ value: from });
  return begin > 0 ? sequence(constant({ value: from, over: begin }), ramp) : ramp;
}

const ends = { init_value: number, end_value: number };
const times = { transition_steps: number, transition_begin: optional(number, 0) };

/** One value. */
export const constant_schedule: Entry = entry({ value: number }, ({ value }) => scheduled(constant({ value })));

/** A line, from `transition_begin` on. */
export const linear_schedule: Entry = entry({ ...ends, ...times }, (given) => {
  const { init_value: from, end_value: to, transition_steps: over, transition_begin } = given;
  return scheduled(transition(from, transition_begin, over, linear({ from, to, over })));
});

/** A power of the share that is left, from `transition_begin` on. */
export const polynomial_schedule: Entry = entry({ ...ends, power: number, ...times }, (given) => {
  const { init_value: from, end_value: to, power, transition_steps: over, transition_begin } = given;
  return scheduled(transition(from, transition_begin, over, polynomial({ from, to, over, power })));
});

/** A line up to the peak, which is held. */
export const warmup_constant_schedule: Entry = entry(
  { init_value: number, peak_value: number, warmup_steps: number },
  ({ init_value: from, peak_value: to, warmup_steps: over }) =>
    scheduled(transition(from, 0, over, linear({ from, to, over }))),
);
