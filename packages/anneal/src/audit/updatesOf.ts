import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import type { AuditOptions } from "./options.ts";
import type { Rows } from "./rows.ts";

/** A log's steps as updates. */
export interface Clocked {
  readonly updates: Float64Array;
  /** How many updates one step of the log is. */
  readonly spacing: number;
  readonly slack: number;
  readonly shifts: readonly number[];
  readonly resumes: readonly number[];
}

/** Places the steps of a log, on its own clock, among the updates of a run. */
export function updatesOf(
  _plan: Plan,
  run: Run,
  { steps, resumes }: Rows,
  clock: "update" | "epoch" | "row",
  perEpoch: number | undefined,
  { unit }: AuditOptions,
): Clocked {
  const spacing = clock === "epoch" ? (perEpoch ?? 1) : clock === "row" ? spacingOf(run, steps, perEpoch, unit) : 1;
  const decimals = clock === "epoch" ? decimalsOf(steps) : 0;
  const rounding = 0.5 * 10 ** -decimals * spacing;
  // A fractional epoch whose rounding is less than half an update is that update.
  const isSnapped = decimals > 0 && rounding < 0.5 && spacing > 1;
  const place = (step: number) => (isSnapped ? Math.round(step * spacing) : step * spacing);
  const slack = decimals > 0 && decimals < 7 && !isSnapped ? rounding : 0;
  const byEpoch = [perEpoch ?? 1, -(perEpoch ?? 1)];
  const shifts =
    clock === "epoch" && decimals === 0
      ? [0, ...byEpoch, (perEpoch ?? 1) - 1, -1, 1]
      : [0, 1, -1, ...(unit === "epoch" ? byEpoch : []), ...(clock === "row" ? [spacing, -spacing] : [])];
  return { updates: steps.map(place), spacing, slack, shifts: [...new Set(shifts)], resumes: resumes.map(place) };
}

/** How many updates one row is: as many as make the log as long as the run, or an epoch, where that is nearly so. */
function spacingOf(run: Run, steps: Float64Array, perEpoch: number | undefined, unit: AuditOptions["unit"]): number {
  const rows = steps.length;
  const updates = (run.steps ?? rows) * (unit === "epoch" ? (perEpoch ?? 1) : 1);
  const spacing = updates / rows;
  if (perEpoch !== undefined && Math.abs(spacing - perEpoch) <= 0.1 * perEpoch) return perEpoch;
  const whole = Math.round(spacing);
  // A row more or less than fits is the first or the last update, which some logs have too.
  return whole > 1 && Math.abs(updates / whole - rows) <= 1.5 ? whole : 1;
}

/** How many decimals the steps have at most. */
function decimalsOf(steps: Float64Array): number {
  let most = 0;
  for (const step of steps) {
    if (Number.isInteger(step)) continue;
    const [mantissa = "", exponent = "0"] = String(step).split("e");
    most = Math.max(most, (mantissa.split(".")[1] ?? "").length - Number(exponent));
  }
  return most;
}
