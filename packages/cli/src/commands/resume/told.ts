import type { Say } from "../../language/language.ts";
import { groupsTold } from "../../source/groupsTold.ts";
import { aligned } from "../../terminal/aligned.ts";
import { counted } from "../../terminal/counted.ts";
import { displayWidth } from "../../terminal/displayWidth.ts";
import { rate } from "../../terminal/rate.ts";
import { rateColumn } from "../../terminal/rateColumn.ts";
import { wrapped } from "../../terminal/wrapped.ts";
import type { Scene } from "./lines.ts";
import type { Continued, Tried } from "./tryPolicies.ts";

/** What stands where nobody knows a number. */
const NONE = "–";

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
export function toldSet(
  { key, groups }: Row,
  scene: Pick<Scene, "tried" | "madeFor">,
  columns: number,
  say: Say,
): string {
  const { tried, madeFor } = scene;
  const shown = tried.flatMap(({ name, state, curves }) => {
    const one = curves.find(({ hyperparameter, group }) => hyperparameter === key && group === groups[0]);
    const mark = madeFor !== undefined && isNew(name) ? "*" : "";
    return one && state ? [{ name: name + mark, state, one }] : [];
  });
  const column = (read: (one: Continued) => number | null) =>
    rateColumn(
      shown.map(({ one }) => finite(read(one))),
      { digits: 4, apart: false },
    );
  const [before, after, final] = [column((one) => one.before), column((one) => one.after), column((one) => one.final)];
  const rows = shown.map(({ name, state, one }, i) => {
    const [, , jump = "", ratio = "", , area = ""] = told(one) ?? [];
    const ends = String(state.run.steps ?? NONE);
    const rates = [before[i] || NONE, after[i] || NONE, jump, ratio, final[i] || NONE, area];
    return [name, String(state.position), ends, ...rates];
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

/** Whether a policy goes on with the new plan. */
export function isNew(policy: string): boolean {
  return policy !== "keep" && policy !== "extend";
}

/** What the marks of a table mean; none where it has none. */
export function toldMarks({ tried, madeFor }: Pick<Scene, "tried" | "madeFor">, unit: string): string | undefined {
  const some = tried.some(({ name, state }) => state && isNew(name));
  if (madeFor === undefined || !some) return undefined;
  return `* the plan is made for ${counted(madeFor, unit)}, and goes on as it is: --with plan=… says another one`;
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
  const ratio = jump.ratio === null ? NONE : `×${short(jump.ratio)}`;
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
  return finite(value) === null ? NONE : rate(value as number, 4);
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
