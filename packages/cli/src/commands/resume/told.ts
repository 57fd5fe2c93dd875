import { format } from "anneal";
import type { Say } from "../../language/language.ts";
import { groupsTold } from "../../source/groupsTold.ts";
import { aligned } from "../../terminal/aligned.ts";
import { displayWidth } from "../../terminal/displayWidth.ts";
import { wrapped } from "../../terminal/wrapped.ts";
import type { Continued, Tried } from "./tryPolicies.ts";

/** Groups of one hyperparameter that go on in the same way. */
export interface Row {
  readonly key: string;
  readonly groups: readonly number[];
}

/** The hyperparameters, each with its groups; groups of which the same is to be told are together. */
export function setsOf(tried: readonly Tried[]): readonly Row[] {
  const sets = new Map<string, { key: string; groups: number[] }>();
  const all = tried.flatMap(({ curves }) => curves);
  for (const { hyperparameter: key, group } of all) {
    const own = tried.map(({ curves }) =>
      told(curves.find((one) => one.hyperparameter === key && one.group === group)),
    );
    const name = JSON.stringify([key, own]);
    const set = sets.get(name) ?? { key, groups: [] };
    if (!set.groups.includes(group)) set.groups.push(group);
    sets.set(name, set);
  }
  return [...sets.values()];
}

/** The table of one set: as many columns as fit, the others below. */
export function toldSet({ key, groups }: Row, tried: readonly Tried[], columns: number, say: Say): string {
  const rows = tried.flatMap(({ name, state, curves }) => {
    const one = curves.find(({ hyperparameter, group }) => hyperparameter === key && group === groups[0]);
    return one && state ? [[name, String(state.position), String(state.run.steps ?? ""), ...(told(one) ?? [])]] : [];
  });
  const head = ["policy", "from", "to", "before", "after", "jump", "", "final", "area"].map((name) =>
    name ? say(name) : "",
  );
  const wide = aligned([head, ...rows], [0]);
  const lines = wide.every((line) => displayWidth(line) <= columns)
    ? wide
    : [pick([0, 1, 2, 7, 8]), pick([0, 3, 4, 6])].flatMap((block, i) => [...(i > 0 ? [""] : []), ...block]);
  return `${lines.join("\n")}\n`;

  function pick(places: readonly number[]): readonly string[] {
    const named = head.map((name, i) => (i === 6 ? say("jump") : name));
    return aligned(
      [named, ...rows].map((row) => places.map((i) => row[i] ?? "")),
      [0],
    );
  }
}

/** What a set is called, where there are several. */
export function titleOf({ key, groups }: Row, say: Say): string {
  return say(`${key}, ${groupsTold(groups)}`);
}

/** What makes nothing, with the reason. */
export function toldRefused({ name, refused = "" }: Tried, columns: number, say: Say): string {
  return `${wrapped(say(`${name}: ${refused}`), columns).join("\n")}\n`;
}

function told(one: Continued | undefined): readonly string[] | undefined {
  if (!one) return undefined;
  const { before, after, jump, final, area } = one;
  const sign = jump.absolute > 0 ? "+" : "";
  const ratio = jump.ratio === null ? "" : `×${short(jump.ratio)}`;
  // What differs by rounding alone is none.
  const none = Math.abs(jump.absolute) <= 1e-9 * Math.max(before, after);
  return [
    short(before),
    short(after),
    none ? "0" : `${sign}${short(jump.absolute)}`,
    none ? "×1" : ratio,
    short(final),
    short(area),
  ];
}

function short(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return "";
  const rounded = Number(value.toPrecision(4));
  return Math.abs(rounded) > 0 && Math.abs(rounded) < 1e-4 ? rounded.toExponential() : format(rounded);
}
