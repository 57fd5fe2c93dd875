import { type Functions, type Plan, PlanError, type Run, schedule } from "anneal";
import type { Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { type TorchCase, torchTables } from "../../../anneal/test/parity/torchCases.ts";
import { type Form, readPorts } from "../readPorts.ts";
import { positionsOf } from "../torch/compareCase.ts";
import { readCall } from "../torch/readCall.ts";
import { callOf, optimizerOf } from "../torch/torchCall.ts";
import type { Span } from "./targets.ts";

/** A curve of a configuration, as it was read. */
export interface Subject {
  /** Which configuration of which table. */
  readonly name: string;
  readonly plan: Plan;
  readonly run: Span;
  readonly functions?: Functions;
  /** The steps that are compared. */
  readonly positions: readonly number[];
}

/** Which cases are taken. */
export interface Sample {
  /** Every so many of a schedule's. */
  readonly every: number;
  /** Runs of up to so many steps are compared at all of them. */
  readonly all: number;
}

/** Some cases, or all of them where ANNEAL_ROUND_TRIPS is set. */
export const SAMPLE: Sample =
  process.env.ANNEAL_ROUND_TRIPS === undefined ? { every: 10, all: 1000 } : { every: 1, all: 20_000 };

/** The curves of a table's configurations, each group's for itself; not those that the framework or the reader refuses. */
export function subjectsOf(table: string, forms: readonly Form[], sample: Sample): Subject[] {
  const { schedules } = TABLES.get(table) as Table;
  return Object.entries(schedules).flatMap(([name, { cases }]) => {
    const port = forms.map((form) => readPorts(form)[name]).find((port) => typeof port === "function");
    if (typeof port !== "function") return [];
    return some(cases, sample).flatMap(([one, i]) => {
      const { program: { values } = {}, run, functions, bases } = tried(() => port(one)) ?? {};
      if (!values || one.raises !== undefined) return [];
      const rates = bases ?? one.bases ?? [one.base];
      return [values].flat().flatMap((plan: Plan, group): Subject[] => {
        const base = rates[group];
        return subject(
          `${name} ${i}`,
          plan,
          { ...run, ...(base !== undefined && { base }) },
          functions,
          one.at,
          sample,
        );
      });
    });
  });
}

/** The same of PyTorch's own tables. */
export function torchSubjects(sample: Sample): Subject[] {
  const cases = torchTables().flatMap(({ schedules }) => Object.values(schedules).flatMap(({ cases }) => cases));
  const alone = cases.filter(({ schedulers, calls }) => schedulers.length === 1 && !calls.some((c) => "metric" in c));
  return some(alone, sample).flatMap(([one]) => ofTorch(one, sample));
}

function ofTorch(one: TorchCase, sample: Sample): Subject[] {
  const [spec] = one.schedulers;
  if (!spec || one.raises !== undefined) return [];
  const at = positionsOf(one);
  const reading = tried(() => readCall(callOf(spec, optimizerOf(one)), { steps: Math.max(...at) + 1 }));
  if (!reading?.program?.lr) return [];
  const { bases = [reading.run?.base], functions } = reading;
  return [reading.program.lr].flat().flatMap((plan, group) => {
    const base = bases[group];
    return subject(`${spec.class} ${one.name}`, plan, base === undefined ? {} : { base }, functions, at, sample);
  });
}

/** How long runs are that are written without an end; they are as long as their tables here. */
const ENDLESS = 1e9;

function subject(
  name: string,
  plan: Plan,
  facts: Run,
  functions: Functions | undefined,
  at: readonly number[],
  { all }: Sample,
): Subject[] {
  const { steps = ENDLESS } = facts;
  const run = { ...facts, steps: steps < ENDLESS ? steps : Math.ceil(Math.max(1, ...at)) + 1 };
  // A plan of facts that are not there has no curve.
  if (!tried(() => schedule<Plan>(plan, run, functions ? { functions } : {}))) return [];
  return [{ name, plan, run, ...(functions && { functions }), positions: positionsIn(run.steps, at, all) }];
}

/** Every step of a run, or of a longer one those of the table, the ones beside them, and as many between. */
function positionsIn(steps: number, at: readonly number[], all: number): readonly number[] {
  const count = Math.ceil(steps);
  if (count <= all) return Array.from({ length: count }, (_, step) => step);
  const between = Array.from({ length: BETWEEN }, (_, i) => Math.floor((i * count) / BETWEEN));
  const beside = at.flatMap((step) => [step - 1, step, step + 1]);
  return [...new Set([...beside, ...between, count - 1])].filter((step) => step >= 0 && step < count);
}

const BETWEEN = 500;

function some<T>(cases: readonly T[], { every }: Sample): (readonly [T, number])[] {
  return cases.map((one, i) => [one, i] as const).filter(([, i]) => i % every === 0);
}

function tried<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
