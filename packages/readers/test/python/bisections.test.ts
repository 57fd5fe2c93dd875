import { expect, test } from "vitest";
import { held } from "./told.ts";

const IMPORTS = "import bisect\nimport jax.numpy as jnp\nfrom bisect import bisect_right\nSTARTS = [10, 20, 20, 30]\n";

test.each([
  ["bisect.bisect_right(STARTS, 20)", 3],
  ["bisect.bisect_left(STARTS, 20)", 1],
  ["bisect.bisect(STARTS, 9.5)", 0],
  ["bisect_right(STARTS, 31)", 4],
  ["bisect_right([], 31)", 0],
  ['jnp.searchsorted(STARTS, 20, side="right")', 3],
  ['jnp.searchsorted(STARTS, 20, side="left")', 1],
  ["jnp.searchsorted(STARTS, 20)", 1],
  ["[1, 2, 3, 4, 5][bisect_right(STARTS, 25)]", 4],
])("%s is %j", (text, value) => {
  expect(held(`${IMPORTS}v = ${text}\n`)).toBe(value);
});

test.each([
  "bisect.bisect_right(STARTS, 20, 1)",
  'bisect.bisect_right(["a"], 20)',
  "bisect.bisect_right(STARTS)",
  "jnp.searchsorted(STARTS, 20, sorter=[0])",
])("%s is not read", (text) => expect(held(`${IMPORTS}v = ${text}\n`)).not.toEqual(expect.any(Number)));
