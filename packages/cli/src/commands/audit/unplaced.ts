import { audit } from "anneal/audit";
import { stepsOf } from "../../source/stepsOf.ts";
import { UsageError } from "../../usageError.ts";
import type { Judged } from "./judge.ts";
import type { Settings } from "./settings.ts";

/** Whether the rows of a log were counted, and nobody says how many updates one is or the run has. */
export function isUnplaced({ series, curve }: Pick<Judged, "series" | "curve">): boolean {
  return series.clock === "row" && curve.run.steps === undefined;
}

/**
 * Refuses to call it a bug where a log of rows is the plan itself with several updates in a row: which of the two it is,
 * only whoever wrote the log knows.
 */
export function refuseUnplaced(judged: readonly Judged[], settings: Settings["audit"]): void {
  for (const one of judged) {
    if (one.found.verdict === "agrees" || !isUnplaced(one)) continue;
    const each = spacingsOf(one).find((spacing) => agreesWith(one, spacing, settings));
    if (each === undefined) continue;
    const { title, unit } = one;
    throw new UsageError(
      unit === "epoch"
        ? `${title}: the log has no step, and its rates are the plan's where a row is ${each} epochs: say how long the run is with --steps, or --clock epoch where a row is one epoch`
        : `${title}: the log has no step, and its rates are the plan's where a row is ${each} updates: say how long the run is with --steps, or --clock update where a row is one update`,
    );
  }
}

/** How many of the plan's steps a row may be: as many as the rates went too fast, or as make the log as long as the plan. */
function spacingsOf({ found, curve, series }: Judged): readonly number[] {
  const { factor } = found.bug?.numbers ?? {};
  const all = [factor, lengthOf(curve) / series.rows];
  return [...new Set(all.map((one) => Math.round(one ?? 0)))].filter((one) => one > 1);
}

function lengthOf(curve: Judged["curve"]): number {
  try {
    return stepsOf(curve);
  } catch (error) {
    if (error instanceof UsageError) return Number.NaN;
    throw error;
  }
}

function agreesWith({ series, curve, unit }: Judged, spacing: number, settings: Settings["audit"]): boolean {
  const { plan, run, functions } = curve;
  const logged = { ...series, steps: series.steps.map((row) => row * spacing), clock: unit };
  return audit(plan, run, logged, { functions, unit, ...settings }).verdict === "agrees";
}
