import { createColors } from "picocolors";
import type { CommandModule } from "../../command.ts";
import { curvesOf } from "../../source/curves.ts";
import { numberOf } from "../../source/flags.ts";
import { readSource } from "../../source/readSource.ts";
import { stepsOf } from "../../source/stepsOf.ts";
import { chart } from "../../terminal/chart.ts";
import { UsageError } from "../../usageError.ts";

/** The colours of the curves, in their order; after the last the first again. */
const COLORS = ["cyan", "yellow", "magenta", "green", "red", "blue"] as const;

export const run: CommandModule["run"] = async (takes, flags, io) => {
  const sources = [];
  for (const one of takes) sources.push(await readSource(one, flags, io));
  const only = (flags.only as string | undefined)?.split(",");
  const all = sources.flatMap(curvesOf);
  const curves = all.filter(({ key }) => only?.includes(key) ?? true);
  if (curves.length === 0) {
    throw new UsageError(`--only ${flags.only}: there are ${[...new Set(all.map(({ key }) => key))].join(", ")}`);
  }
  const steps = Math.max(...curves.map(stepsOf));
  const colors = createColors(io.colors);
  const paint = (text: string, i: number) => colors[COLORS[i % COLORS.length] ?? "cyan"](text);
  const log = flags.log === true;
  // A rate and a momentum on one scale would show neither.
  const keys = [...new Set(curves.map(({ key }) => key))];
  const columns = flags.width === undefined ? Math.min(io.columns, 120) : numberOf("--width", flags.width);
  const rows = flags.height === undefined ? 16 : numberOf("--height", flags.height);
  if (!(columns >= 20 && columns <= 1000)) throw new UsageError("--width: expected a number from 20 to 1000");
  if (!(rows >= 4 && rows <= 200)) throw new UsageError("--height: expected a number from 4 to 200");
  for (const key of keys) {
    const own = curves.filter((curve) => curve.key === key);
    if (keys.length > 1) io.out(`${key}\n`);
    io.out(chart(own, { columns, rows, steps, log, paint }));
  }
  for (const { name, notes } of sources) for (const { text } of notes) io.err(`${name}: ${text}\n`);
  return 0;
};
