import type { Run, SchedulerState } from "anneal";
import type { FlagValues } from "../../command.ts";
import type { Io } from "../../io.ts";
import { wrapped } from "../../terminal/wrapped.ts";
import { drawSet } from "./draw.ts";
import type { Scene } from "./lines.ts";
import { setsOf, titleOf, toldMarks, toldRefused, toldSet } from "./told.ts";

/** Tells of each set of groups what it becomes, as a table and a chart. */
export function show(name: string, run: Run, scene: Scene, unit: "step" | "epoch", flags: FlagValues, io: Io): void {
  const { saved, place, tried } = scene;
  io.out(io.say(`${name}: ${stoppedAt(saved, unit)}\n`));
  if (place !== saved.position) {
    const [was, is] = [saved.run.samplesPerStep, run.samplesPerStep];
    const ofWhat = scene.counted && typeof was === "number" && typeof is === "number" && was !== is;
    const samples = ofWhat ? `of ${was} samples are the same data as ${place} of ${is}` : `are ${place} of the new run`;
    io.out(io.say(`${saved.position} updates ${samples}\n`));
  }
  const sets = setsOf(tried);
  const marks = toldMarks(scene, unit === "epoch" ? "epoch" : "update");
  for (const set of sets) {
    io.out(sets.length > 1 ? `\n${titleOf(set, io.say)}\n` : "\n");
    io.out(toldSet(set, scene, Math.min(io.columns, 120), io.say));
    io.out(`\n${drawSet(set, scene, unit, flags, io)}`);
  }
  if (marks !== undefined) io.out(`${wrapped(io.say(marks), io.columns).join("\n")}\n`);
  for (const one of tried) if (one.refused !== undefined) io.out(toldRefused(one, io.columns, io.say));
}

/** Where training stopped: `stopped after update 1200 (epoch 4, 40 % of 3000)`. */
export function stoppedAt({ position, run: { steps, stepsPerEpoch } }: SchedulerState, unit: "step" | "epoch"): string {
  const more = [
    ...(stepsPerEpoch === undefined || stepsPerEpoch === 1
      ? []
      : [`epoch ${Number((position / stepsPerEpoch).toPrecision(4))}`]),
    ...(steps === undefined ? [] : [`${Number(((100 * position) / steps).toPrecision(3))} % of ${steps}`]),
  ];
  return `stopped after ${unit === "epoch" ? "epoch" : "update"} ${position}${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
}
