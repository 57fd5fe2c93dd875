import { type Ask, Unknown, type Value } from "./value.ts";

/** What a value is if all that it asks for is answered by one value: one of the ways that conditions on it may lead. */
export function answered(value: Value, answer: boolean): Value | undefined {
  const ask: Ask = (one) => {
    const inner = one.compute ? one.compute(ask) : answer;
    return inner instanceof Unknown ? ask(inner) : inner;
  };
  return value instanceof Unknown ? ask(value) : value;
}

/** Whether something holds of a value, as it is or on one of the ways that conditions may lead. */
export function mayBe(value: Value, holds: (value: Value) => boolean): boolean {
  if (!(value instanceof Unknown)) return holds(value);
  return [true, false].some((answer) => {
    const one = answered(value, answer);
    return one !== undefined && holds(one);
  });
}
