import { Unknown, type Value } from "../value.ts";
import { choose } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { Choice, Class, Defined, Flags, type Held, Instance, Named, OneOf } from "./held.ts";
import { lambdaOf } from "./lambdaOf.ts";
import type { Node } from "./node.ts";
import { truth } from "./operators.ts";

/** What command-line flags are parsed to, as a dictionary of their defaults and of what was assigned since. */
function fieldsOf({ fields }: Instance, { known }: Flags, node: Node, evaluation: Evaluation): Value {
  const place = evaluation.place(node);
  const entries = new Map<string, Value>();
  for (const [name, { option, value }] of known) {
    const note = `${option} is left at its default`;
    const because = value === undefined ? `${option} of the command line` : undefined;
    entries.set(name, new Unknown(option, place, because, value === undefined ? undefined : () => value, note));
  }
  for (const [name, held] of fields) entries.set(name, evaluation.readers.value(held, node, evaluation));
  return entries;
}

/** A value that is not asked for while it is being made, as what holds itself would. */
function once(key: object, make: () => Value, node: Node, evaluation: Evaluation): Value {
  const { making } = evaluation;
  if (making.has(key)) return evaluation.unknown(node, "it holds itself");
  making.add(key);
  try {
    return make();
  } finally {
    making.delete(key);
  }
}

/**
 * What is held, as a value: functions as what can be computed of them, and what is only a name as unknown. What it was is
 * remembered, so that it can still be called when it is taken out of a list or a dictionary.
 */
export function asValue(held: Held, node: Node, evaluation: Evaluation): Value {
  const value = made(held, node, evaluation);
  const isCallable = held instanceof Named || held instanceof Defined || held instanceof Class;
  if (isCallable) evaluation.callables.keep(held, value);
  return value;
}

function made(held: Held, node: Node, evaluation: Evaluation): Value {
  if (held instanceof Choice) return held.value;
  if (held instanceof Named) return new Unknown(held.path.slice(0, 200), evaluation.place(node));
  if (held instanceof Defined) {
    return once((held.origin ?? held).node, () => lambdaOf(held, node, evaluation), node, evaluation);
  }
  if (held instanceof OneOf) {
    const { condition, name, yes, no } = held;
    const written = () => ({ name, place: evaluation.place(node) });
    const value = (one: Held) => evaluation.readers.value(one, node, evaluation);
    return once(held, () => choose(condition, value(yes), value(no), written, truth), node, evaluation);
  }
  const { flags } = held instanceof Instance ? held : {};
  if (held instanceof Instance && flags) {
    return once(held, () => fieldsOf(held, flags, node, evaluation), node, evaluation);
  }
  if (held instanceof Instance) return held.made ?? evaluation.unknown(node);
  if (held instanceof Class) return new Unknown(held.name, evaluation.place(node));
  if (held instanceof Flags) return evaluation.unknown(node);
  return evaluation.journal.extents.allow(held) ? held : evaluation.unknown(node, "it holds too much");
}
