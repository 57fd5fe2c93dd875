import { PlanError } from "anneal";
import { firstOf } from "../loops.ts";
import type { RateSetter } from "../rateSetter.ts";
import { Lambda, Unknown, type Value } from "../value.ts";
import { asOperand } from "./asOperand.ts";
import type { Carried } from "./carried.ts";
import { changing, recurrenceIn } from "./changing.ts";
import { type Derived, parameterOf } from "./derived.ts";
import { type Entry, entriesSet, inGroups } from "./entriesSet.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Defined } from "./held.ts";
import { computed } from "./lambdaOf.ts";
import { numbersIn } from "./numbersIn.ts";
import type { Scope } from "./scope.ts";

/** A function that sets the groups' rates, with its names and what stands for its time. */
export interface Body {
  readonly defined: Defined;
  readonly own: Scope;
  readonly free: Derived;
  readonly text: string;
  /** The flags whose defaults loops go through. */
  readonly assumed: Unknown[];
}

/** What only tells. */
const TELLS = /^[ \t]*(?:print|logg(?:er|ing)\.\w+|log)\(.*$/gm;
/** A group's rate that is not assigned alone. */
const READ = /\[\s*(["'])lr\1\s*\](?!\s*=(?!=))/;
/** A name, and how far from it. */
const SHIFTED = /^([A-Za-z_]\w*)(?:\s*([-+])\s*(\d+))?$/;

/** Whether a function reads a group's rate, to set it or for anything but to tell it. */
export function readsRate(text: string): boolean {
  return READ.test(text.replace(TELLS, ""));
}

interface Ran {
  readonly found: readonly Entry[];
  /** What it has left of what it carries. */
  readonly left: readonly Value[];
  readonly because: string | undefined;
}

function ran(
  { defined, own, text, assumed }: Body,
  carried: readonly Carried[],
  values: readonly Value[],
  evaluation: Evaluation,
): Ran {
  const { node, body } = defined;
  const before = evaluation.because;
  evaluation.because = undefined;
  evaluation.active.add(node);
  let left: readonly Value[] = [];
  const found = entriesSet(text, assumed, evaluation, () => {
    for (const [i, one] of carried.entries()) one.set(values[i] as Value);
    evaluation.run([body], own);
    left = carried.map((one, i) => {
      const held = one.get();
      return held === undefined
        ? (values[i] as Value)
        : asOperand(evaluation.readers.value(held, one.target, evaluation));
    });
    return own;
  });
  evaluation.active.delete(node);
  const { because } = evaluation;
  evaluation.because = before;
  // What is only read, or has the name of a rate and is none.
  const others = new Set(carried.flatMap(({ isRate, isRead, text: own }) => (isRead || !isRate ? [own] : [])));
  return { found: found.filter(({ entry }) => !others.has(entry)), left, because };
}

/** What it sets the rates to where what it carries is none of its numbers, and whether that is carried into the rates. */
export function valuesIn(
  body: Body,
  carried: readonly Carried[],
  evaluation: Evaluation,
): { readonly values: readonly Value[]; readonly isCarried: boolean } {
  const { defined, free } = body;
  const marks = carried.map(({ text, target }) => changing(text, evaluation.place(target)));
  const { found, because } = ran(body, carried, marks, evaluation);
  const place = evaluation.place(defined.node);
  const name = evaluation.text(defined.node);
  const isCarried = found.some(({ value }) => recurrenceIn(value) !== undefined);
  if (because !== undefined) return { values: [new Unknown(name, place, because)], isCarried };
  const numbers = numbersIn(defined, evaluation);
  const values = inGroups(
    found,
    (value) => computed(name, place, value, [free], numbers),
    () => several(name, place),
  );
  return { values, isCarried };
}

/** What it sets the rates to by what its call before left, where it is called once a turn of a loop by its variable. */
export function carriedValues(
  body: Body,
  carried: readonly Carried[],
  time: string,
  evaluation: Evaluation,
): Pick<RateSetter, "values" | "carries"> {
  const { defined, free } = body;
  const place = evaluation.place(defined.node);
  const name = evaluation.text(defined.node);
  const before = parameterOf("the rate before", place);
  const states = carried.map((one) => (one.isRate ? before : parameterOf(one.text, evaluation.place(one.target))));
  const { found, left, because } = ran(body, carried, states, evaluation);
  if (because !== undefined) return { values: [new Unknown(name, place, because)] };
  const kept = carried.flatMap((one, i) => (one.isRate ? [] : [{ one, i }]));
  const parameters = [free, before, ...kept.map(({ i }) => states[i] as Derived)];
  const numbers = numbersIn(defined, evaluation);
  const made = (value: Value) => computed(name, place, value, parameters, numbers);
  const values = inGroups(found, made, () => several(name, place));
  if (values.every((one) => isApart(one, kept.length))) return { values: valuesIn(body, [], evaluation).values };
  const calls = callsOf(defined, time, evaluation);
  if (!calls) return { values: [new Unknown(name, place, "a function that changes the rate by what it was")] };
  return {
    values,
    carries: {
      ...calls,
      kept: kept.map(({ one, i }) => ({ name: one.text, first: one.first, next: made(left[i] as Value) })),
      isOfSeveral: carried.filter(({ isRate }) => isRate).length > 1,
    },
  };
}

/** Whether a rate is the same at all steps that are looked at, whatever the rate before and what is kept are. */
export function isApart(rate: Value, kept: number): boolean {
  if (!(rate instanceof Lambda)) return false;
  const steps = [...Array(60).keys(), ...rate.numbers.filter((one) => Number.isInteger(one) && one > 0)];
  try {
    return steps.every((step) => {
      const [one, other] = [0.3, 7.7].map((left) => rate.compute(step, left, ...Array<number>(kept).fill(left)));
      return one === other && !Number.isNaN(one);
    });
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}

function several(name: string, place: ReturnType<Evaluation["place"]>): Unknown {
  return new Unknown(name, place, "a function that sets several rates");
}

/** What a function is told at its first call, where its one call is under no condition in one loop, by its variable. */
function callsOf(
  { uses, around, name }: Defined,
  time: string,
  evaluation: Evaluation,
): { readonly start: number | undefined } | undefined {
  const [use, another] = uses;
  const [there] = around;
  const [loop, ...more] = there?.loops ?? [];
  const given = use?.get(time);
  if (!use || another || !there || !loop || more.length > 0 || there.conditions.length > 0) return undefined;
  if (evaluation.counts.get(name) !== 1 || !(given instanceof Unknown)) return undefined;
  const [, variable = "", sign = "+", by = "0"] = SHIFTED.exec(given.name) ?? [];
  if (!new Set(loop.variable.match(/\w+/g)).has(variable)) return undefined;
  const first = firstOf(loop, variable);
  return { start: first === undefined ? undefined : first + Number(`${sign}${by}`) };
}
