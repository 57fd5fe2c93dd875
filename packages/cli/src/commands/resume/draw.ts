import type { Functions, SchedulerState } from "anneal";
import { changePoints } from "anneal/svg";
import { createColors } from "picocolors";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import type { Drawable } from "../../source/drawable.ts";
import { numberIn } from "../../source/flags.ts";
import { chart, type Series } from "../../terminal/chart.ts";
import type { Row } from "./told.ts";
import { curvesIn, type Tried } from "./tryPolicies.ts";

const COLORS = ["white", "cyan", "yellow", "magenta", "green", "red", "blue"] as const;

/** What is drawn: what was, and what it becomes. */
export interface Scene {
  readonly saved: SchedulerState;
  /** The saved position in updates of the new run. */
  readonly place: number;
  readonly tried: readonly Tried[];
  readonly functions: Functions;
}

/** The old curve and those that go on, on the clock of the new run. */
export function drawSet({ key, groups: [group = 0] }: Row, scene: Scene, flags: FlagValues, io: Io): string {
  const { saved, place, tried, functions } = scene;
  const columns = Math.floor(
    numberIn("--width", flags.width ?? `${Math.min(Math.max(io.columns, 20), 120)}`, 20, 1000),
  );
  const rows = Math.floor(numberIn("--height", flags.height ?? "12", 4, 200));
  const old = curvesIn(saved, functions).find((curve) => curve.key === key && curve.group === group);
  // Where an update has another size, the old curve is drawn where the same data were.
  const pace = place > 0 && saved.position > 0 ? saved.position / place : 1;
  const before: Series[] = old
    ? [
        {
          name: "old",
          same: ["keep"],
          steps: Math.ceil((saved.run.steps ?? saved.position) / pace),
          at: (step) => old.at(step * pace),
        },
      ]
    : [];
  const after = tried.flatMap(({ name, state, curves }): readonly Series[] => {
    const one = curves.find((curve) => curve.hyperparameter === key && curve.group === group);
    if (!one || !state || name === "keep") return [];
    const { position, run } = state;
    const end = Math.ceil(run.steps ?? position + 1);
    const points = changePoints(one.plan, { ...run, base: saved.bases[key]?.[group] ?? 1, steps: end }, { functions });
    const changes = points.filter((step) => step > position).slice(0, 5000);
    return [{ name, steps: end, changes, at: (step) => (step < position ? Number.NaN : one.at(step)) }];
  });
  const all = [...before, ...after];
  const colors = createColors(io.colors);
  const paint = (text: string, i: number) => colors[COLORS[i % COLORS.length] ?? "cyan"](text);
  const steps = all.reduce((most, { steps = 1 }) => Math.max(most, steps), 1);
  return chart(all, { columns, rows, steps, paint, log: flags.log === true, unit: "updates", say: io.say });
}

/** The same as curves of a picture: the whole of each plan, the old one on its own clock. */
export function drawablesIn({ saved, tried, functions }: Scene, only: (key: string) => boolean): readonly Drawable[] {
  const states = [
    ["old", saved] as const,
    ...tried.flatMap(({ name, state }) => (state && name !== "keep" ? [[name, state] as const] : [])),
  ];
  return states.flatMap(([name, state]) =>
    curvesIn(state, functions).flatMap(({ key, group, plan, at }): readonly Drawable[] => {
      if (!only(key)) return [];
      const run = { ...state.run, base: state.bases[key]?.[group] ?? 1 };
      const groups = state.bases[key]?.length ?? 1;
      const title = [name, groups > 1 ? `group ${group}` : ""].filter(Boolean).join(" ");
      const steps = Math.ceil(run.steps ?? state.position + 1);
      return [{ name: title, key, group, plan, run, functions, unit: "update", at: at as Drawable["at"], steps }];
    }),
  );
}
