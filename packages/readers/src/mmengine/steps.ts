import { constant, exponential, linear, piecewise, powerLaw, sequence } from "anneal";
import { list, number, optional } from "../parameter.ts";
import { NEVER, type Shape, shape } from "./curve.ts";

/** A power of a factor, to the 15 digits that it has. */
const power = (factor: number, n: number): number => Number((factor ** n).toPrecision(15));

/** The shapes that multiply what they find and have no floor. */
export const STEPS = {
  Step: shape({ step_size: number, gamma: optional(number, 0.1) }, ({ step_size, gamma }, window) => {
    const every = step_size * window.each;
    if (!(every > 0 && Number.isInteger(every))) window.refuse("step_size", "a whole number above 0", step_size);
    return [
      {
        plan: (own) => exponential({ from: own(1), factor: gamma, every, staircase: true }),
        first: every,
        until: window.end - window.begin,
      },
    ];
  }),

  MultiStep: shape({ milestones: list(number), gamma: optional(number, 0.1) }, ({ milestones, gamma }, window) => {
    const { begin, end, each } = window;
    // Of any order, and repeated ones count; those that no step is at never come.
    const marks = milestones.map((mark) => mark * each).filter((mark) => mark >= 0 && mark < end - begin);
    if (!marks.every(Number.isInteger)) window.refuse("milestones", "whole numbers", `[${milestones.slice(0, 20)}]`);
    const counts = new Map<number, number>();
    marks.sort((a, b) => a - b);
    marks.forEach((mark, i) => {
      counts.set(mark, i + 1);
    });
    const start = power(gamma, counts.get(0) ?? 0);
    counts.delete(0);
    const at = [...counts.keys()];
    const passed = [...counts.values()].map((count) => power(gamma, count));
    return [
      {
        plan: (own) => piecewise({ from: own(start), at, to: passed.map(own) }),
        start,
        first: start === 1 ? (at[0] ?? Number.POSITIVE_INFINITY) : 0,
        still: (at.at(-1) ?? 0) + 1,
      },
    ];
  }),

  Constant: shape({ factor: optional(number, 1 / 3) }, ({ factor }, { begin, end, refuse }) => {
    const last = end - begin - 1;
    if (!(factor >= 0 && factor <= 1)) refuse("factor", "a number from 0 to 1", factor);
    if (factor === 0 && end < NEVER) refuse("factor", "a number above 0, which is divided by at the end", factor);
    return [
      {
        plan: (own) => sequence(constant({ value: own(factor), over: last }), constant({ value: own(1) })),
        start: factor,
        first: factor === 1 ? Number.POSITIVE_INFINITY : 0,
        until: last > 0 ? Number.POSITIVE_INFINITY : 0,
      },
    ];
  }),

  Linear: shape(
    { start_factor: optional(number, 1 / 3), end_factor: optional(number, 1) },
    ({ start_factor: from, end_factor: to }, { begin, end, refuse }) => {
      const over = end - begin;
      if (!(from >= 0 && from <= 1)) refuse("start_factor", "a number from 0 to 1", from);
      if (!(to >= 0 && to <= 1)) refuse("end_factor", "a number from 0 to 1", to);
      if (from === 0 && over > 1) refuse("start_factor", "a number above 0, which is divided by", from);
      return [
        {
          plan: (own) => linear({ from: own(from), to: own(to), over, inclusive: true }),
          start: from,
          first: 0,
          until: over > 1 ? Number.POSITIVE_INFINITY : 0,
        },
      ];
    },
  ),

  Exponential: shape({ gamma: number }, ({ gamma }, { begin, end }) => [
    { plan: (own) => exponential({ from: own(1), factor: gamma, every: 1 }), until: end - begin - 1 },
  ]),

  /** MMDetection's, of its YOLOX: by odd numbers from the first square to the last. */
  QuadraticWarmup: shape({}, (_, { begin, end, refuse }) => {
    const count = end - begin;
    if (end >= NEVER) refuse("end", "the end of the warm-up", "none");
    return [
      {
        plan: (own) => powerLaw({ from: own(1 / count ** 2), every: 1, power: 2 }),
        start: 1 / count ** 2,
        first: 0,
        until: count - 1,
        overwrites: true,
      },
    ];
  }),
} satisfies Readonly<Record<string, Shape>>;
