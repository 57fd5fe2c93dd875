import type { OwnRate } from "../ownRate.ts";
import { type Call, Unknown } from "../value.ts";
import { changedFields } from "./changing.ts";
import type { Evaluation } from "./evaluation.ts";
import { fieldOf } from "./fieldOf.ts";
import { type Class, Defined, type Instance } from "./held.ts";
import { lambdaOf } from "./lambdaOf.ts";
import { madeAlone } from "./madeAlone.ts";
import { classesOf } from "./ownSchedulers.ts";

/** Keras's class of all schedules. */
const BASE = /(?:^|\.)(?:schedules|learning_rate_schedule)\.LearningRateSchedule$/;

/** The schedules that a text makes of classes of its own, whose `__call__` is the rate. */
export function ownRates(evaluation: Evaluation): readonly OwnRate[] {
  const classes = classesOf(evaluation).filter(isOwnRate);
  return classes.flatMap(({ made }) => made).flatMap((one) => rateOf(one, evaluation));
}

/** Those that it defines and makes none of. */
export function unmadeRates(evaluation: Evaluation): readonly OwnRate[] {
  const classes = classesOf(evaluation).filter(isOwnRate);
  return madeAlone(classes, evaluation).flatMap((one) => rateOf(one, evaluation));
}

function rateOf(one: Instance, evaluation: Evaluation): readonly OwnRate[] {
  const of = one.of as Class;
  const method = fieldOf(one, "__call__", of.node, evaluation);
  if (!(method instanceof Defined)) return [];
  const [changed] = [...changedFields(of, evaluation).values()].flat();
  const rate = changed
    ? new Unknown(`${of.name}.__call__`, evaluation.place(changed.target), "a field that it changes")
    : lambdaOf(method, method.node, evaluation);
  return [{ call: one.made as Call, name: of.name, place: evaluation.place(method.node), rate }];
}

/** Whether a class of the text is one of Keras's schedules. */
function isOwnRate(of: Class): boolean {
  let root = of;
  for (let i = 0; root.base && i < 20; i++) root = root.base;
  return BASE.test(root.outer ?? "");
}
