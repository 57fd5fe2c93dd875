import { PlanError } from "anneal";
import { type Audit, type AuditOptions, auditGroups } from "anneal/audit";
import type { LogSeries } from "anneal-readers/logs";
import type { FlagValues } from "../../command.ts";
import { flagOf, numberOf } from "../../source/flags.ts";
import { UsageError } from "../../usageError.ts";
import type { Pair } from "./pair.ts";
import type { Settings } from "./settings.ts";

/** A pair with what was found of it. */
export interface Judged extends Pair {
  readonly found: Audit;
  /** How many of the plan's steps one step of the log is. */
  readonly scale: number;
  /** What the plan's steps are. */
  readonly unit: "update" | "epoch";
  /** Whether it agrees, but too little of the log could be read. */
  readonly isUnread?: true;
}

/** Compares each series with its curve; those of one hyperparameter are groups beside each other. */
export function judgeAll(pairs: readonly Pair[], flags: FlagValues, settings: Settings["audit"]): readonly Judged[] {
  const kinds = pairs.map((pair) => `${pair.series.key} ${unitOf(pair)}`);
  return [...new Set(kinds)].flatMap((kind) => {
    return judgeGroups(
      pairs.filter((_, i) => kinds[i] === kind),
      flags,
      settings,
    );
  });
}

/** What a plan's steps are: where nothing says it, a log of whole epochs is of a plan that counts them. */
export function unitOf({ curve, series }: Pair): "update" | "epoch" {
  if (curve.unit !== undefined) return curve.unit;
  const isWhole = series.steps.every(Number.isInteger);
  return series.clock === "epoch" && isWhole && curve.run.stepsPerEpoch === undefined ? "epoch" : "update";
}

function judgeGroups(pairs: readonly Pair[], flags: FlagValues, settings: Settings["audit"]): readonly Judged[] {
  const [first] = pairs as [Pair];
  const unit = unitOf(first);
  const perEpoch = perEpochOf(first, unit, flags);
  const options: AuditOptions = {
    ...{ functions: first.curve.functions, unit },
    ...(unit === "epoch" && perEpoch !== undefined ? { updatesPerEpoch: perEpoch } : {}),
    ...settings,
  };
  const groups = pairs.map((pair) => {
    const { series, curve, title } = pair;
    const { plan, run } = curve;
    const perRow = perThinnedRow(pair);
    // The rows that are left do not tell how many there were.
    const logged =
      perRow === undefined ? series : { ...series, steps: series.steps.map((row) => row * perRow), clock: unit };
    return { name: title, plan, run, logged, perRow: perRow ?? 1 };
  });
  try {
    return auditGroups(groups, options).map(({ name: _, ...found }, i) => {
      const { perRow } = groups[i] as (typeof groups)[number];
      const scale = (perRow * found.rows.spacing) / (unit === "epoch" ? (perEpoch ?? 1) : 1);
      return { ...(pairs[i] as Pair), found, unit, scale };
    });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    throw new UsageError(error.issues.map((issue) => toldOf(issue, first.series, unit)).join("; "));
  }
}

/** How many of the plan's steps one row was, where rows were counted and only some were kept. */
function perThinnedRow({ series, curve }: Pair): number | undefined {
  const { rows, every, clock } = series;
  return clock === "row" && every > 1 ? Math.max(Math.round((curve.run.steps ?? rows) / rows), 1) : undefined;
}

function perEpochOf({ curve }: Pair, unit: "update" | "epoch", flags: FlagValues): number | undefined {
  if (flags.stepsPerEpoch !== undefined) return numberOf("--steps-per-epoch", flags.stepsPerEpoch);
  return unit === "epoch" ? undefined : curve.run.stepsPerEpoch;
}

/** A problem in the words of the command line. */
function toldOf({ path, expected, received }: PlanError["issues"][number], series: LogSeries, unit: string): string {
  if (/(?:stepsPerEpoch|updatesPerEpoch)$/.test(path)) {
    const [log, plan] = [series.clock, unit].map((one) => (one === "epoch" ? "epochs" : "updates"));
    return `say --steps-per-epoch: the log counts ${log}, and the plan ${plan}`;
  }
  const fact = /^run\.(\w+)$/.exec(path)?.[1];
  return `${fact === undefined ? `${series.name}: ${path}` : flagOf(fact)}: expected ${expected}, received ${received}`;
}
