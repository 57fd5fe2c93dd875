import type { Member } from "./members.ts";

/**
 * To which variables saved slots belong, by their names; undefined when the names do not tell. TensorFlow.js numbers
 * variables without a name, and appends a number to a name that was there before, as in a model that is loaded again.
 */
export function placesOf(
  slots: readonly { readonly name: string }[],
  members: readonly Member[],
): number[] | undefined {
  const own = members.map(({ variable }) => plain(variable.name));
  const places = slots.map(({ name }) => own.indexOf(plain(name.slice(0, name.lastIndexOf("/")))));
  const named = !own.includes("") && !places.includes(-1);
  return named && new Set(own).size === own.length && new Set(places).size === places.length ? places : undefined;
}

function plain(name: string): string {
  return name.replace(/(^|_)\d+$/, "");
}
