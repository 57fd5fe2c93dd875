import type { Functions, Plan, Run, SchedulerState } from "anneal";
import type { Row } from "./told.ts";
import { curvesIn, scaleOf, type Tried } from "./tryPolicies.ts";

/** What is drawn: what was, and what it becomes. */
export interface Scene {
  readonly saved: SchedulerState;
  /** The saved position in updates of the new run. */
  readonly place: number;
  /** Whether somebody said how many samples an update consumes. */
  readonly counted: boolean;
  /** For how many updates the plan is made that goes on, where that is not how long the run becomes. */
  readonly madeFor: number | undefined;
  readonly tried: readonly Tried[];
  readonly functions: Functions;
}

/** One line of a picture, on the clock of the new run. */
export interface Line {
  /** What it is of: `old = keep`, or the policies that go on in this way. */
  readonly name: string;
  readonly plan: Plan;
  readonly run: Run & { readonly steps: number };
  readonly functions: Functions;
  /** The first update that is drawn, and how many there are. */
  readonly from: number;
  readonly steps: number;
  at(step: number): number;
}

/** At how many places two lines are compared. */
const READS = 500;

/** The old line and those that go on, from where they do; lines that would hide each other are one. */
export function linesOf({ key, groups: [group = 0] }: Row, scene: Scene, old = "old"): readonly Line[] {
  const { tried, functions } = scene;
  const after = tried.flatMap(({ name, state, curves }): readonly Line[] => {
    const one = curves.find((curve) => curve.hyperparameter === key && curve.group === group);
    if (!one || !state || name === "keep") return [];
    const { position, run } = state;
    const steps = Math.ceil(run.steps ?? position + 1);
    const base = state.bases[key]?.[group] ?? 1;
    if (steps <= position) return [];
    return [{ name, plan: one.plan, run: { ...run, base, steps }, functions, from: position, steps, at: one.at }];
  });
  const all = [...oldLine(key, group, scene, old), ...after];
  // What begins later hides less of what began before.
  all.sort((a, b) => a.from - b.from);
  const lines: Line[] = [];
  for (const line of all) {
    const at = lines.findIndex((other) => areSame(other, line));
    const same = lines[at];
    if (same) lines[at] = { ...same, name: `${same.name} = ${line.name}` };
    else lines.push(line);
  }
  return lines;
}

/** Whether one line would hide the other. */
function areSame(a: Line, b: Line): boolean {
  if (a.from !== b.from || a.steps !== b.steps) return false;
  return Array.from({ length: READS + 1 }, (_, i) => a.from + ((a.steps - 1 - a.from) * i) / READS).every((step) => {
    const [x, y] = [a.at(step), b.at(step)];
    return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
  });
}

/** What the plan that was left had been; where an update has another size, it stands where the same data are. */
function oldLine(key: string, group: number, { saved, place, tried, functions }: Scene, name: string): Line[] {
  const old = curvesIn(saved, functions).find((curve) => curve.key === key && curve.group === group);
  if (!old) return [];
  const pace = place > 0 && saved.position > 0 ? saved.position / place : 1;
  const steps = Math.ceil((saved.run.steps ?? Math.max(saved.position, longest(tried) * pace)) / pace);
  // What controllers did before is not known: only what they have come to.
  const from = scaleOf(saved.controllers, key, group) === 1 ? 0 : place;
  if (steps <= from) return [];
  const named = tried.some((one) => one.name === "keep") ? `${name} = keep` : name;
  const run = { ...saved.run, base: saved.bases[key]?.[group] ?? 1, steps };
  const own = { name: named, from, steps };
  if (pace === 1) return [{ ...own, plan: old.plan, run, functions, at: old.at }];
  const at = (step: number) => old.at(step * pace);
  const plan: Plan = { kind: "custom", name: PACED } as Plan;
  return [{ ...own, plan, run, functions: { ...functions, [PACED]: at }, at }];
}

const PACED = "old plan, in new updates";

function longest(tried: readonly Tried[]): number {
  return tried.reduce((most, { state }) => Math.max(most, state?.run.steps ?? 0), 1);
}
