import type { Functions, Plan } from "anneal";
import { PlanError, schedule } from "anneal";
import type { Case, Ported } from "../../../anneal/test/parity/port.ts";
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

/** Every so many cases of a table, from one on. */
export interface Sample {
  readonly every: number;
  readonly from: number;
  /** Runs of up to so many steps are compared at all of them. */
  readonly all: number;
}

/** The curves of a table's configurations, each group's for itself; not those that the framework or the reader refuses. */
export function subjectsOf(table: string, forms: readonly Form[], sample: Sample): Subject[] {
  const { schedules } = TABLES.get(table) ?? { schedules: {} };
  return Object.entries(schedules).flatMap(([name, { cases }]) => {
    const port = forms.map((form) => readPorts(form)[name]).find((port) => typeof port === "function");
    if (typeof port !== "function") return [];
    return some(cases, sample).flatMap(([one, i]) => {
      const { program: { values } = {}, run, functions, bases } = ported(() => port(one)) ?? {};
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
  const reading = ported(() => readCall(callOf(spec, optimizerOf(one)), { steps: Math.max(...at) + 1 }));
  if (!reading?.program?.lr) return [];
  const { bases = [reading.run?.base], functions } = reading;
  return [reading.program.lr].flat().flatMap((plan, group) => {
    const base = bases[group];
    return subject(`${spec.class} ${one.name}`, plan, base === undefined ? {} : { base }, functions, at, sample);
  });
}

function subject(
  name: string,
  plan: Plan,
  facts: Ported["run"] & object,
  functions: Functions | undefined,
  at: readonly number[],
  { all }: Sample,
): Subject[] {
  const last = Math.max(1, ...at);
  const run = { ...facts, steps: facts.steps ?? Math.ceil(last) + 1 };
  // A curve that cannot be computed is none.
  if (!ported(() => schedule<Plan>(plan, run, functions ? { functions } : {})(0))) {
    try {
      schedule<Plan>(plan, run, functions ? { functions } : {});
    } catch {
      return [];
    }
  }
  const positions =
    run.steps <= all
      ? Array.from({ length: Math.ceil(run.steps) }, (_, step) => step)
      : [...new Set([...at, ...Array.from({ length: 500 }, (_, i) => Math.floor((i * run.steps) / 500))])].filter(
          (step) => step < run.steps,
        );
  return [{ name, plan, run, ...(functions && { functions }), positions }];
}

function some<T>(cases: readonly T[], { every, from }: Sample): (readonly [T, number])[] {
  return cases.map((one, i) => [one, i] as const).filter(([, i]) => i % every === from % every);
}

function ported<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
