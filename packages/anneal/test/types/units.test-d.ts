import { assertType, test } from "vitest";
import type { Level, Time } from "../../src/index.ts";

test("a time is a number of steps, or text with a known unit", () => {
  assertType<Time>(500);
  assertType<Time>("500 steps");
  assertType<Time>("1 epoch");
  assertType<Time>("2.5 epochs");
  assertType<Time>("6%");
  assertType<Time>("1e9 tokens");
  assertType<Time>("1e6 samples");
  assertType<Time>("rest");
  // @ts-expect-error a unit that is misspelt
  assertType<Time>("5 epocks");
  // @ts-expect-error no unit
  assertType<Time>("5");
  // @ts-expect-error no space
  assertType<Time>("5epochs");
  // @ts-expect-error no number
  assertType<Time>("five epochs");
  // @ts-expect-error a level
  assertType<Time>("0.1x");
  // @ts-expect-error any text
  assertType<Time>("5 epochs" as string);
});

test("a level is a number, or text that ends in x", () => {
  assertType<Level>(0.01);
  assertType<Level>("1x");
  assertType<Level>("0.1x");
  assertType<Level>("last");
  // @ts-expect-error a number as text
  assertType<Level>("0.01");
  // @ts-expect-error a time
  assertType<Level>("6%");
  // @ts-expect-error the wrong order
  assertType<Level>("x0.1");
});
