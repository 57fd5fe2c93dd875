import type { Run } from "anneal";
import { type Cause, type Difference, diff } from "anneal/interop";
import type { Curve } from "../../source/curves.ts";
import { stepsOf } from "../../source/stepsOf.ts";

/** Two curves of one hyperparameter and group, and how far they are apart. */
export interface Pair extends Omit<Difference, "cause"> {
  readonly cause: (Pick<Cause, "text"> & { readonly name: Cause["name"] | "epochs" }) | undefined;
  readonly key: string;
  readonly group: number;
  /** How many updates were compared. */
  readonly steps: number;
  /** Whether that is less than all of them. */
  readonly cut: boolean;
  readonly curves: readonly [a: Curve, b: Curve];
}

/** Two programs, compared by hyperparameter and group. */
export interface Comparison {
  readonly pairs: readonly Pair[];
  readonly onlyInA: readonly Curve[];
  readonly onlyInB: readonly Curve[];
}

/** How many updates are compared at most. */
const MOST = 1_000_000;

/** Compares the curves of two sources, as long as both of their runs are. */
export function compare(
  a: readonly Curve[],
  b: readonly Curve[],
  names: readonly [string, string],
  tolerance: number | undefined,
): Comparison {
  const like =
    ({ key, group }: Curve) =>
    (one: Curve) =>
      one.key === key && one.group === group;
  const pairs = a.flatMap((one): readonly Pair[] => {
    const other = b.find(like(one));
    return other ? [pairOf(one, other, names, tolerance)] : [];
  });
  const without = (own: readonly Curve[], others: readonly Curve[]) => own.filter((one) => !others.some(like(one)));
  return { pairs, onlyInA: without(a, b), onlyInB: without(b, a) };
}

function pairOf(a: Curve, b: Curve, names: readonly [string, string], tolerance: number | undefined): Pair {
  const all = lengthOf(a, b);
  const steps = Math.min(all, MOST);
  const run: Run & { readonly steps: number } = { ...a.run, ...b.run, steps };
  // Causes are looked for in plans, which have to be of one run; what is cut short, or of another run, is only a curve.
  const isHeld = a.heldFor !== undefined || b.heldFor !== undefined;
  const isOneRun = steps === all && !isHeld && differing(a.run, b.run).length === 0;
  const [own, other] = isOneRun ? [a.plan, b.plan] : [a.at, b.at];
  const functions = { ...a.functions, ...b.functions };
  const measured = diff(own, other, run, { functions, names, ...(tolerance === undefined ? {} : { tolerance }) });
  const cause = measured.cause ?? (measured.first === undefined ? undefined : epochsCause(a, b, names));
  return { ...measured, cause, key: a.key, group: a.group, steps, cut: steps < all, curves: [a, b] };
}

/** How many steps of two clocks are compared at most. */
const LOOKED_AT = 10_000;

/** Whether one does at every update what the other does once an epoch. */
function epochsCause(a: Curve, b: Curve, [nameOfA, nameOfB]: readonly [string, string]): Pair["cause"] {
  for (const [one, other, names] of [
    [a, b, [nameOfA, nameOfB]],
    [b, a, [nameOfB, nameOfA]],
  ] as const) {
    const { ofEpoch, run, heldFor = 1 } = one;
    if (!ofEpoch || other.ofEpoch) continue;
    const steps = Math.min(Math.ceil((run.steps ?? LOOKED_AT * heldFor) / heldFor), LOOKED_AT);
    const isSame = Array.from({ length: steps }, (_, i) => i).every((i) => Object.is(ofEpoch(i), other.at(i)));
    if (isSame) return { name: "epochs", text: `a step is an epoch in ${names[0]}, and an update in ${names[1]}` };
  }
  return undefined;
}

/** As long as the shorter run, where they say so; else as far as one of the plans says something. */
function lengthOf(a: Curve, b: Curve): number {
  const said = [a, b].flatMap(({ run }) => run.steps ?? []);
  return said.length > 0 ? Math.ceil(Math.min(...said)) : Math.max(...[a, b].map(stepsOf));
}

/** The facts that two runs say, and do not agree on. */
export function differing(a: Run, b: Run): readonly (keyof Run)[] {
  const keys = Object.keys(a) as (keyof Run)[];
  return keys.filter((key) => b[key] !== undefined && JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}
