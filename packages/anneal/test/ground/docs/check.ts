import assert from "node:assert/strict";
import { inspect } from "node:util";

/**
 * Checks what an example claims after `// =>`: a literal must be deeply equal, `throws Name: text` must be thrown with
 * that name and a message that holds the text, anything else must be how the value prints.
 */
export function check(run: () => unknown, expected: string, place: string, literal?: () => unknown): void {
  const throws = /^throws(?: (\w+)(?:: (.*))?)?$/.exec(expected);
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    if (!throws || !(error instanceof Error)) throw error;
    const [, name, text] = throws;
    if (name !== undefined) assert.equal(error.name, name, `${place}: threw ${error.name}, documented is ${name}`);
    const told = `${place}: threw "${error.message}", documented is "${text}"`;
    if (text !== undefined) assert.ok(error.message.includes(text), told);
    return;
  }
  const printed = inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: 20 });
  const message = `${place}: the value is ${printed}, documented is ${expected}`;
  assert.ok(!throws, message);
  if (literal) assert.deepEqual(value, literal(), message);
  else assert.ok(expected === printed || expected === String(value), message);
}

/** Waits for an asynchronous expression, and gives back something that returns or throws as it did. */
export async function settle(run: () => Promise<unknown>): Promise<() => unknown> {
  try {
    const value = await run();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
