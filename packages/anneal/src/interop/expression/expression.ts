/** The operators of a formula; those of `Raw` are written as others before anything is printed. */
export type Operator =
  | Infix
  | Call
  | "pi"
  | "variable"
  /** Of the variable, what it is, and the formula in which it is that. */
  | "let"
  /** Of a time, starts, and one case more: the case of the last start that is not after the time. */
  | "choose"
  /** Of a time: how many of the `numbers` are not after it. */
  | "search"
  /** Of a place: the one of the `numbers` there. */
  | "entry"
  /** Of a time: the function of the user's called `name`, with the `numbers`. */
  | "custom"
  | Raw;

/** What stands between two operands. */
export type Infix = "+" | "-" | "*" | "/" | "%" | "**";

/** The functions that every dialect has. */
export type Call = "exp" | "expm1" | "log" | "log1p" | "cos" | "tanh" | "floor" | "ceil" | "min" | "max";

/**
 * What a printer never sees. `line`, `ramp` and `wave`: of two levels, how much of the way is gone and how much is left.
 * Of a time and a length: `turns` that are done, turns that have `begun`, and the time `inside` of the one that runs.
 */
type Raw = "line" | "ramp" | "wave" | "turns" | "begun" | "inside";

/** An operator on what it is applied to. */
export interface Operation {
  readonly op: Operator;
  readonly of: readonly Expression[];
  readonly name?: string | undefined;
  readonly numbers?: readonly number[] | undefined;
}

/** A number, or an operator on others: data, which every printer can read. */
export type Expression = number | Operation;

/** An operator applied; a variable is the same one where it is the same object. */
export function apply(op: Operator, ...of: readonly Expression[]): Operation {
  return { op, of };
}

/** A variable. */
export function variable(name: string): Operation {
  return { op: "variable", of: [], name };
}

/** The step that is asked for. */
export const STEP: Operation = variable("step");

/** A formula in which something has a name; the name is printed with a number where it is taken. */
export function bind(name: string, value: Expression, inside: (it: Expression) => Expression): Expression {
  if (typeof value === "number" || value.op === "variable") return inside(value);
  const it = variable(name);
  return apply("let", it, value, inside(it));
}
