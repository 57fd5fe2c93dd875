import type { Value } from "../value.ts";
import { choose } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Held } from "./held.ts";
import type { Node } from "./node.ts";
import { truth } from "./operators.ts";

/** How statements end: they go on (undefined), return, stop by an error, or one or the other by a condition. */
export type Flow = undefined | Returned | typeof STOPPED | Either;

/** Statements that end in a return. */
export class Returned {
  constructor(readonly value: Held) {}
}

/** Statements that end in an error. */
export const STOPPED = "stopped";

/** Statements that end in one way or the other. */
export class Either {
  /** Whether they may go on. */
  readonly open: boolean;

  constructor(
    readonly condition: Value,
    readonly yes: Flow,
    readonly no: Flow,
  ) {
    this.open = goesOn(yes) || goesOn(no);
  }
}

/** Whether what follows is reached. */
export function goesOn(flow: Flow): boolean {
  return flow === undefined || (flow instanceof Either && flow.open);
}

/** One way of ending, and then another where the first goes on. */
export function inTurn(first: Flow, next: Flow): Flow {
  if (first === undefined) return next;
  if (!(first instanceof Either) || !first.open) return first;
  return new Either(first.condition, inTurn(first.yes, next), inTurn(first.no, next));
}

/** What a function gives that ends so. */
export function outcome(flow: Flow, node: Node, evaluation: Evaluation): Held {
  if (flow === undefined) return null;
  if (flow instanceof Returned) return flow.value;
  if (flow === STOPPED) return evaluation.unknown(node, "an error that is raised");
  if (flow.yes === STOPPED) return outcome(flow.no, node, evaluation);
  if (flow.no === STOPPED) return outcome(flow.yes, node, evaluation);
  const [yes, no] = [outcome(flow.yes, node, evaluation), outcome(flow.no, node, evaluation)];
  if (yes === no) return yes;
  const value = (held: Held) => evaluation.readers.value(held, node, evaluation);
  return choose(flow.condition, value(yes), value(no), evaluation.written(node), truth);
}
