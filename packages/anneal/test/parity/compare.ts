import { type Plan, PlanError, schedule } from "../../src/index.ts";
import type { Case, Plans, Port, Ported, Ports, Table } from "./port.ts";

/** How one schedule compares. */
export interface Comparison {
  readonly cases: number;
  /** How many values were compared: positions × groups × series. */
  readonly positions: number;
  /** The largest `|a - b| / (|b| + share * peak)`: at most the table's bar. */
  readonly deviation: number;
  /** Values that are further away, by no more than the framework's own rounding explains. */
  readonly rounded: number;
  /** Cases that both refuse. */
  readonly refused: number;
  /** Cases with something different on purpose, by the reason. */
  readonly different: Readonly<Record<string, number>>;
  /** What is wrong; there should be none. */
  readonly failures: readonly string[];
  /** The test that compares this schedule in place of the common one. */
  readonly elsewhere?: string;
}

/** The bar `|a - b| <= bar * (|b| + share * peak)`: 1e-12 and 1e-15 of the peak, or for float32 1e-6 and 1e-7. */
export const BARS = { float64: { bar: 1e-12, share: 1e-3 }, float32: { bar: 1e-6, share: 0.1 } } as const;

/** Compares every schedule of a table. */
export function compareTable(table: Table, ports: Ports | undefined): ReadonlyMap<string, Comparison> {
  return new Map(
    Object.entries(table.schedules).map(([name, { cases }]) => {
      const port = ports?.[name];
      if (typeof port === "function") return [name, compareSchedule(cases, port, BARS[table.precision])];
      const failures = port ? [] : [`no port: ${table.framework} ${name}`];
      const rest = { cases: cases.length, positions: 0, deviation: 0, rounded: 0, refused: 0, different: {}, failures };
      return [name, port ? { ...rest, elsewhere: port.elsewhere } : rest];
    }),
  );
}

type Bar = (typeof BARS)[keyof typeof BARS];

function compareSchedule(cases: readonly Case<never>[], port: Port, bar: Bar): Comparison {
  const sum = { positions: 0, deviation: 0, rounded: 0, refused: 0 };
  const different: Record<string, number> = {};
  const failures: string[] = [];
  cases.forEach((one, i) => {
    const { positions, deviation, rounded, refused, differs, wrong } = compareCase(one, port, bar);
    sum.positions += positions;
    sum.rounded += rounded;
    sum.deviation = Math.max(sum.deviation, deviation);
    if (refused) sum.refused++;
    if (differs) different[differs] = (different[differs] ?? 0) + 1;
    if (wrong) failures.push(`case ${i}, ${JSON.stringify(one.config)}: ${wrong}`);
  });
  return { cases: cases.length, ...sum, different, failures };
}

interface CaseResult {
  readonly positions: number;
  readonly deviation: number;
  readonly rounded: number;
  readonly refused?: boolean;
  readonly differs?: string | undefined;
  readonly wrong?: string | undefined;
}

function compareCase(one: Case<never>, port: Port, bar: Bar): CaseResult {
  let ported: Ported = {};
  let lines: readonly Line[] = [];
  let refusal: PlanError | undefined;
  try {
    ported = port(one);
    lines = build(one, ported);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    refusal = error;
  }
  const { differs, program } = ported;
  const none = { positions: 0, deviation: 0, rounded: 0 };
  const refused = refusal !== undefined || !program;
  if (one.raises !== undefined || refused) {
    if (one.raises !== undefined && refusal !== undefined) return { ...none, refused };
    const told = one.raises ? `the framework refuses it: ${one.raises}` : `refused: ${refusal?.message}`;
    return differs ? { ...none, differs: differs.as } : { ...none, wrong: told };
  }
  return { ...none, ...compareLines(one, lines, ported, bar) };
}

/** One group's curve of one series. */
interface Line {
  readonly name: string;
  readonly read: (position: number) => number;
  readonly theirs: readonly number[];
}

function build(one: Case<never>, { program = {}, run, functions, ...ported }: Ported): Line[] {
  const bases = ported.bases ?? one.bases ?? [one.base];
  const groups = Math.max(bases.length, ...Object.values(program).map((plans) => listOf(plans).length));
  return Object.entries(program).flatMap(([series, plans]) =>
    Array.from({ length: groups }, (_, group) => {
      const facts = { ...(bases[group] === undefined ? {} : { base: bases[group] }), ...run };
      const read = schedule(planOf(plans, group), facts, functions ? { functions } : {});
      const rows = (one[series] ?? []) as readonly (number | null | readonly number[])[];
      // JSON has null for what is not a number.
      const theirs = rows.map((row) => Number(Array.isArray(row) ? row[group] : (row ?? Number.NaN)));
      return { name: groups > 1 ? `${series}[${group}]` : series, read, theirs };
    }),
  );
}

function listOf(plans: Plans): readonly Plan[] {
  return "kind" in plans ? [plans] : plans;
}

function planOf(plans: Plans, group: number): Plan {
  const list = listOf(plans);
  return (list.length === 1 ? list[0] : list[group]) as Plan;
}

function compareLines(one: Case<never>, lines: readonly Line[], ported: Ported, { bar, share }: Bar) {
  const { differs, loses } = ported;
  let [positions, deviation, rounded, reallyDiffers] = [0, 0, 0, false];
  const far: string[] = [];
  for (const { name, read, theirs } of lines) {
    if (theirs.length !== one.at.length) far.push(`${name}: the table has ${theirs.length} values`);
    const peak = Math.max(ported.peak ?? 0, ...theirs.map((value) => Math.abs(value) || 0));
    one.at.forEach((at, i) => {
      const [a, b] = [read(at), theirs[i] as number];
      const off = a === b ? 0 : Math.abs(a - b) / (Math.abs(b) + share * peak);
      const near = off <= bar;
      if (!near && differs && (differs.at?.(at) ?? true)) {
        reallyDiffers = true;
        return;
      }
      positions++;
      if (near) deviation = Math.max(deviation, off);
      else if (loses && Math.abs(a - b) <= peak * loses(at)) rounded++;
      else far.push(`${name} at ${at}: ${b}, anneal ${a}`);
    });
  }
  const different = reallyDiffers ? differs?.as : undefined;
  return {
    positions,
    deviation,
    rounded,
    differs: different,
    wrong: far.length > 0 ? far.slice(0, 5).join("; ") : undefined,
  };
}
