import { expect, it } from "vitest";
import type { Member } from "../../../src/tfjs/groups/members.ts";
import { placesOf } from "../../../src/tfjs/groups/placesOf.ts";

const places = (saved: string[], own: string[]) => {
  const members = own.map((name) => ({ variable: { name } }) as Member);
  return placesOf(
    saved.map((name) => ({ name: `${name}/m`, tensor: {} as never })),
    members,
  );
};

it.each<[string, string[], string[], number[] | undefined]>([
  ["in the same order", ["a/kernel", "a/bias"], ["a/kernel", "a/bias"], [0, 1]],
  ["in another order", ["a/kernel", "a/bias"], ["a/bias", "a/kernel"], [1, 0]],
  ["some of them", ["b/kernel"], ["a/kernel", "b/kernel"], [1]],
  ["that were made unique", ["a/kernel", "b/kernel"], ["b/kernel_1", "a/kernel_2"], [1, 0]],
  ["that are unknown", ["c/kernel"], ["a/kernel"], undefined],
  ["that TensorFlow.js numbered", ["1", "2"], ["2", "1"], undefined],
  ["that only a number tells apart", ["w_1", "w_2"], ["w_2", "w_1"], undefined],
  ["that come twice", ["a", "a_1"], ["a", "b"], undefined],
])("slots find their variables by names %s", (_, saved, own, expected) => {
  expect(places(saved, own)).toEqual(expected);
});
