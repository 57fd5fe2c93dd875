import { expect, test } from "vitest";
import type { Held } from "../../src/python/held.ts";
import { Journal } from "../../src/python/journal.ts";

test("what was there before is noted, and left as it is set", () => {
  const journal = new Journal();
  const names = new Map<string, Held>([["a", 1]]);
  const noted = journal.noting(() => {
    journal.write(names, "a", 2);
    journal.write(names, "b", 3);
    journal.write(names, "a", 4);
  });
  expect(noted.map(({ name, before }) => [name, before])).toEqual([
    ["a", 1],
    ["b", undefined],
    ["a", 2],
  ]);
  expect([...names]).toEqual([
    ["a", 4],
    ["b", 3],
  ]);
});

test("what is noted is taken back with what is around it", () => {
  const journal = new Journal();
  const names = new Map<string, Held>([["a", 1]]);
  const { changes } = journal.attempt(() => {
    journal.write(names, "c", 0);
    journal.noting(() => journal.write(names, "a", 2));
  });
  expect([...names]).toEqual([["a", 1]]);
  expect(changes.map(({ name, after }) => [name, after])).toContainEqual(["a", 2]);
});
