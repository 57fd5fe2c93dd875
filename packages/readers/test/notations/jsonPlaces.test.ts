import { expect, test } from "vitest";
import { json } from "../../src/notations/json.ts";

test("places are those of the last value of a key that is there twice", () => {
  const { data, place } = json('{"a": [1], "b": {"c": 1},\n "a": [1, [2,\n {"\\u0061": 3}]]}');
  expect([...(data as Map<string, unknown>).keys()]).toEqual(["a", "b"]);
  expect(place(["a"])).toEqual({ line: 2, column: 2 });
  expect(place(["a", 1, 1])).toEqual({ line: 3, column: 2 });
  expect(place(["a", 1, 1, "a"])).toEqual({ line: 3, column: 3 });
  expect(place(["b", "c"])).toEqual({ line: 1, column: 18 });
});

test("a number is no key, and a text no position", () => {
  const { place } = json('{"1": [5]}');
  expect(place(["1", 0])).toEqual({ line: 1, column: 8 });
  expect([place([1]), place(["1", "0"])]).toEqual([undefined, { line: 1, column: 2 }]);
});
