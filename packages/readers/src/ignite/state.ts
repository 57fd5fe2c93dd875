import { exponential, type Plan, piecewise, shift } from "anneal";
import { type Entry, entry, type Reader } from "../entry.ts";
import { hyperparameter } from "../hyperparameter.ts";
import { ignored, limited, list, number, text } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { knots, piecewiseLinear } from "./knots.ts";

const TAIL = { param_name: text, save_history: ignored, create_new: ignored };
const VALUE = { initial_value: number, gamma: number };
const whole = limited(number, "a whole number above 0", (value) => value > 0 && Number.isInteger(value));

/** Its value is there after an event, which is counted from 1. */
function found(key: string, plan: Plan): Found {
  return { program: { [hyperparameter(key)]: shift({ plan, by: 1 }) } };
}

/** The schedulers of an attribute of the engine's state. */
export const STATE: Readonly<Record<string, Entry>> = {
  PiecewiseLinearStateScheduler: entry({ milestones_values: knots, ...TAIL }, (given, reader: Reader) => {
    const plan = piecewiseLinear(given.milestones_values, reader);
    return plan && found(given.param_name, plan);
  }),

  ExpStateScheduler: entry({ ...VALUE, ...TAIL }, ({ initial_value: from, gamma: factor, param_name }) =>
    found(param_name, exponential({ from, factor, every: 1 })),
  ),

  StepStateScheduler: entry(
    { ...VALUE, step_size: whole, ...TAIL },
    ({ initial_value, gamma, step_size, param_name }) =>
      found(param_name, exponential({ from: initial_value, factor: gamma, every: step_size, staircase: true })),
  ),

  MultiStepStateScheduler: entry({ ...VALUE, milestones: list(number), ...TAIL }, (given) => {
    const { initial_value, gamma, param_name } = given;
    const marks = [...given.milestones].sort((a, b) => a - b);
    const level = (n: number): number => Number((initial_value * gamma ** n).toPrecision(15));
    // Those at 0 are before all that is read.
    const counts = new Map(marks.map((mark, i) => [mark, i + 1]));
    const at = [...counts.keys()].filter((mark) => mark > 0);
    const to = at.map((mark) => level(counts.get(mark) as number));
    return found(param_name, piecewise({ from: level(marks.filter((mark) => mark <= 0).length), at, to }));
  }),
};
