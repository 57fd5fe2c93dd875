import { refuse } from "../error.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { countText } from "./countText.ts";
import { deviationFrom } from "./deviation.ts";
import { rateText } from "./evidence.ts";
import { explanationsOf } from "./explanationsOf.ts";
import type { LoggedRates } from "./loggedRates.ts";
import type { AuditOptions } from "./options.ts";
import { type Precision, precisionsOf } from "./precision.ts";
import type { Rows } from "./rows.ts";
import { all } from "./signatures.ts";
import { Subject } from "./subject.ts";
import { type Judged, judge } from "./tried.ts";
import { twoBugs } from "./twoBugs.ts";
import { type Clocked, updatesOf } from "./updatesOf.ts";
import type { Audit, Deviation, Explanation } from "./verdict.ts";

/** More rows than these are thinned evenly, for the guesses alone. */
const MOST_ROWS = 2 ** 17;

/** A deviation of up to this share of the largest rate comes of how numbers are computed. */
const ROUNDING = 1e-12;

/** Up to this share of the rows may be 0 for want of digits, as the last ones of a decay are. */
const MANY_ZEROS = 0.02;

/** What it assumes, in bits, that rates were rounded more coarsely than they show; and what every guess does at least. */
const COARSER = 1.5;
const LEAST = 0.5;

/** From this share of the rows that stand beside another of their step, the log is one of several series. */
const MANY_SERIES = 0.5;

/** A deviation of more than this many times what is expected is told by itself. */
const MANY_TIMES = 10;

/** What the rows of a log say of a plan that was checked. */
export function decide(
  plan: Plan,
  run: Run,
  logged: LoggedRates,
  rows: Rows,
  options: AuditOptions,
  beside: readonly LoggedRates[],
): Audit {
  const { rates, steps } = rows;
  const perEpoch = options.updatesPerEpoch ?? (options.unit === "epoch" ? undefined : run.stepsPerEpoch);
  const { clock = "update" } = logged;
  if (perEpoch === undefined && (options.unit === "epoch") !== (clock === "epoch") && clock !== "row") {
    const path = options.unit === "epoch" ? "options.updatesPerEpoch" : "run.stepsPerEpoch";
    refuse(path, "a number above 0, to place the log's updates and epochs", undefined);
  }
  const clocked = updatesOf(plan, run, rows, clock, perEpoch, options);
  // Beyond them an update cannot be told from the next.
  const most = Number.MAX_SAFE_INTEGER;
  if ((clocked.updates.at(-1) as number) > most)
    refuse("logged.steps", "steps of 2 ** 53 updates in all", clocked.updates.at(-1));
  const peak = rates.reduce((most, rate) => Math.max(most, Math.abs(rate)), 0);
  const precisions = precisionsOf(rates, peak, options.tolerance, logged, beside);
  const subjectOf = (precision: Precision, stride = 1) =>
    new Subject(plan, run, options, perEpoch, {
      ...clocked,
      unit: clock,
      updates: every(clocked.updates, stride),
      rates: every(rates, stride),
      tolerances: every(rates, stride).map((rate) => precision.tolerance(rate)),
      resumes: clocked.resumes,
    });
  const first = precisions[0] as Precision;
  const whole = subjectOf(first);
  const deviation = deviationFrom(whole, steps, (update) => whole.plain(update));
  const same = {
    deviation,
    rows: {
      given: logged.steps.length,
      used: steps.length,
      missing: rows.missing,
      overwritten: rows.overwritten,
      first: steps[0] as number,
      last: steps.at(-1) as number,
      spacing: clocked.spacing,
    },
    precision: first.text,
    notes: [...notesOf(rows, clocked, clock), ...zeros(whole, first)],
  };
  const isExact = deviation.absolute <= ROUNDING * whole.peak;
  const text = isExact ? "agrees to rounding" : `agrees: ${maximum(whole, deviation)}`;
  const agrees = { verdict: "agrees", text, others: [] } as const;
  if (agreesWith(whole, 0)) return { ...agrees, ...same };
  const stride = Math.ceil(steps.length / MOST_ROWS);
  const subject = stride > 1 ? subjectOf(first, stride) : whole;
  const judged = judge(subject, all);
  const coarser = coarserOf(judged, precisions, (one) => subjectOf(one, stride));
  const told = coarser?.judged ?? judged;
  const { best, others } = explanationsOf(coarser?.subject ?? subject, every(steps, stride), told);
  if (best?.severity === "info") {
    const text = `agrees after a convention: ${best.text}; ${maximum(whole, best.left)}`;
    return { ...agrees, ...same, text, convention: best, others };
  }
  // What few different and short rates cannot tell is no alarm.
  const coarse = precisions.slice(1).find((one) => agreesWith(subjectOf(one), 0));
  if (coarse) {
    const notes = [...same.notes, `agrees only up to the ${coarse.text} that the log has`];
    return { ...agrees, ...same, precision: coarse.text, notes };
  }
  if (best) return found(best, others, coarser ? { ...same, precision: coarser.precision.text } : same);
  const unknown = { verdict: "unknown", others, ...same } as const;
  const together = twoBugs(subject, every(steps, stride));
  const unfit = `differs and no known signature fits: ${maximum(whole, deviation)}`;
  if (!together) return { ...unknown, text: unfit };
  const [faster, later] = together.bugs;
  const alone = `alone it explains ${faster.explained} of ${faster.informative} rows`;
  const both = `${faster.title}: ${faster.text} (${alone}); and ${toldWith(later, together.others)}`;
  return { ...unknown, together: together.bugs, text: `differs by two bugs at once: ${both}` };
}

/** What assumes less where the rates were rounded more coarsely than they show, as few of them may have been. */
function coarserOf(
  judged: readonly Judged[],
  precisions: readonly Precision[],
  subjectOf: (precision: Precision) => Subject,
): { readonly precision: Precision; readonly subject: Subject; readonly judged: readonly Judged[] } | undefined {
  const [first] = judged;
  if (!first?.fits || first.total <= LEAST + COARSER) return undefined;
  for (const precision of precisions.slice(1)) {
    const subject = subjectOf(precision);
    const again = judge(subject, all);
    if (again[0]?.fits && again[0].total + COARSER < first.total) return { precision, subject, judged: again };
  }
  return undefined;
}

function found(
  best: Explanation,
  others: readonly Explanation[],
  same: Omit<Audit, "verdict" | "text" | "others">,
): Audit {
  return { verdict: "bug", text: toldWith(best, others), bug: best, others, ...same };
}

/** An explanation, with the names that the rows do not rule out. */
function toldWith({ title, text, confidence }: Explanation, others: readonly Explanation[]): string {
  const rivals = others.filter((one) => one.confidence >= confidence / 4);
  const also = rivals[0] ? `; the rows do not rule out: ${rivals.map(({ title }) => title).join(", ")}` : "";
  return `${title}: ${text}${also}`;
}

function agreesWith(subject: Subject, shift: number): boolean {
  const { length } = subject.logged.updates;
  for (let row = 0; row < length; row++) {
    if (!subject.explains((update) => subject.plain(update), row, shift)) return false;
  }
  return true;
}

function maximum(subject: Subject, { absolute, relative, step }: Deviation): string {
  const share = relative > 0 && relative < MANY_TIMES ? ` (${rateText(100 * relative)} %)` : "";
  return `max deviation ${rateText(absolute)}${share} at ${subject.unitOfLog} ${rateText(step)}`;
}

function notesOf(
  { missing, overwritten, contradicted, resumes }: Rows,
  { spacing }: Clocked,
  clock: string,
): readonly string[] {
  const count = (rows: number, text: string) => (rows ? [`${rows} ${rows === 1 ? "row" : "rows"} ${text}`] : []);
  return [
    ...count(missing, "without a rate"),
    ...count(overwritten, "of steps that were logged again later"),
    ...(contradicted > Math.max(1, MANY_SERIES * overwritten)
      ? [`${contradicted} rows have another rate than the next of their step: of several groups, say which one it is`]
      : []),
    ...(resumes[0] === undefined ? [] : [`the log goes back to step ${resumes.join(", ")}: the run was resumed there`]),
    ...(clock === "row" ? [`the log has no steps: a row is taken for ${countText(spacing, "update")}`] : []),
  ];
}

/** Rates that are so much less than the log's digits that they are 0 there, where those are many: such rows say little. */
function zeros(subject: Subject, { text }: Precision): readonly string[] {
  const { updates } = subject.logged;
  let [count, most] = [0, 0];
  for (let row = 0; row < updates.length; row++) {
    const planned = Math.abs(subject.plain(subject.update(row)));
    if (subject.rate(row) !== 0 || planned <= ROUNDING * subject.peak || planned > subject.tolerance(row)) continue;
    count++;
    most = Math.max(most, planned);
  }
  if (count <= MANY_ZEROS * updates.length) return [];
  return [
    `${count} of ${updates.length} rows are 0 in the log where the plan has up to ${rateText(most)}: ${text} do not show it`,
  ];
}

function every(values: Float64Array, stride: number): Float64Array {
  return stride > 1 ? values.filter((_, i) => i % stride === 0) : values;
}
