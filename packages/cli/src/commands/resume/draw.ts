import { changePoints } from "anneal/svg";
import { createColors } from "picocolors";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { numberIn } from "../../source/flags.ts";
import { chart, type Series } from "../../terminal/chart.ts";
import { type Line, linesOf, type Scene } from "./lines.ts";
import type { Row } from "./told.ts";

const COLORS = ["white", "cyan", "yellow", "magenta", "green", "red", "blue"] as const;

/** More changes than this are in every column anyway. */
const MOST_CHANGES = 5000;

/** How large a chart is; a UsageError for flags that say something else. */
export function sizeOf(
  flags: FlagValues,
  io: Pick<Io, "columns">,
): { readonly columns: number; readonly rows: number } {
  const { width = `${Math.min(Math.max(io.columns, 20), 120)}`, height = "12" } = flags;
  return {
    columns: Math.floor(numberIn("--width", width, 20, 1000)),
    rows: Math.floor(numberIn("--height", height, 4, 200)),
  };
}

/** The old line and those that go on, with a mark where training stopped. */
export function drawSet(set: Row, scene: Scene, unit: "step" | "epoch", flags: FlagValues, io: Io): string {
  const lines = linesOf(set, scene, io.say("old"));
  const colors = createColors(io.colors);
  const paint = (text: string, i: number) => colors[COLORS[i % COLORS.length] ?? "cyan"](text);
  const steps = lines.reduce((most, line) => Math.max(most, line.steps), 1);
  const looks = { log: flags.log === true, unit: unit === "epoch" ? "epochs" : "updates", say: io.say };
  return chart(lines.map(seriesOf), { ...sizeOf(flags, io), ...looks, steps, paint, mark: scene.place });
}

function seriesOf({ name, plan, run, functions, from, steps, at }: Line): Series {
  const points = changePoints(plan, run, { functions });
  const changes = points.filter((step) => step > from).slice(0, MOST_CHANGES);
  return { name, steps, changes, at: (step) => (step < from ? Number.NaN : at(step)) };
}
