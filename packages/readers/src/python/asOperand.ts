import { Call, type Value } from "../value.ts";

/** A value as an operand: what a call gives is unknown. */
export function asOperand(value: Value): Value {
  return value instanceof Call ? (value.outcome ?? value) : value;
}
