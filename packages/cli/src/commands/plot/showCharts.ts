import type { Plan } from "anneal";
import { changePoints } from "anneal/svg";
import { createColors } from "picocolors";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { type Alike, alike } from "../../source/alike.ts";
import type { Drawable } from "../../source/drawable.ts";
import { numberIn } from "../../source/flags.ts";
import { chart, type Series } from "../../terminal/chart.ts";

/** The colours of the curves, in their order; after the last the first again. */
const COLORS = ["cyan", "yellow", "magenta", "green", "red", "blue"] as const;

/** Prints a chart for each hyperparameter: a rate and a momentum on one scale would show neither. */
export function showCharts(curves: readonly Drawable[], unit: "step" | "epoch", flags: FlagValues, io: Io): void {
  const columns = Math.floor(
    numberIn("--width", flags.width ?? `${Math.min(Math.max(io.columns, 20), 120)}`, 20, 1000),
  );
  const rows = Math.floor(numberIn("--height", flags.height ?? "16", 4, 200));
  const colors = createColors(io.colors);
  const paint = (text: string, i: number) => colors[COLORS[i % COLORS.length] ?? "cyan"](text);
  const steps = curves.reduce((most, one) => Math.max(most, one.steps), 0);
  const keys = [...new Set(curves.map(({ key }) => key))];
  for (const key of keys) {
    const own = curves.filter((curve) => curve.key === key);
    if (keys.length > 1) io.out(`${key}\n`);
    io.out(
      chart(alike(own).map(seriesOf), {
        ...{ columns, rows, steps, paint },
        log: flags.log === true,
        unit: `${unit}s`,
        say: io.say,
      }),
    );
  }
}

/** More changes than this are in every column anyway. */
const MOST_CHANGES = 5000;

function seriesOf({ names: [name = "", ...same], groups, curve: { plan, run, functions, steps, at } }: Alike): Series {
  const changes = hasMany(plan, steps) ? [] : changePoints(plan, { ...run, steps }, { functions });
  return { name, same, named: groups.length > 1, steps, at, changes: changes.length > MOST_CHANGES ? [] : changes };
}

/** Whether a long list says at once that there are too many, which takes longer to find than to draw. */
function hasMany(plan: Plan, steps: number): boolean {
  const { at } = plan as { readonly at?: readonly unknown[] };
  const last = at?.[MOST_CHANGES + 1];
  return typeof last === "number" && last < steps;
}
