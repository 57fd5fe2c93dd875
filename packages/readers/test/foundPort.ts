import { PlanError } from "anneal";
import type { Case, Port, Ported } from "../../anneal/test/parity/port.ts";
import { PORTS } from "../../anneal/test/parity/ports/index.ts";
import { Context } from "../src/context.ts";
import type { Found } from "../src/reading.ts";

/** The series of a table, and the hyperparameters that they are. */
const SERIES = { values: "lr", momentum: "beta1", beta2: "beta2" } as const;

/**
 * What a reader finds for a case, as the parity tables' harness takes it: the values are the reader's, what differs on
 * purpose and what the framework loses by rounding are those of the port of the same schedule.
 */
export function foundPort<C>(
  framework: string,
  schedule: string,
  find: (one: Case<C>, context: Context) => Found | undefined,
): Port<C> {
  const port = (PORTS[framework] as Readonly<Record<string, Port<C>>>)[schedule] as Port<C>;
  return (one) => {
    const { program, run, functions, bases, ...same } = tried(() => port(one)) ?? {};
    const found = tried(() => {
      const context = new Context();
      const read = find(one, context);
      context.throwIfAny();
      if (!read) throw new Error(`nothing was read: ${JSON.stringify(context.needs)}`);
      return read;
    });
    if (!found) throw new PlanError([{ path: "", expected: "what is read", received: "a refusal" }]);
    return { ...same, ...ported(found) };
  };
}

function tried<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

function ported({ program, run = {}, functions, bases }: Found): Ported {
  const { base, ...facts } = run;
  const rates = bases ?? (base === undefined ? undefined : [base]);
  const series = Object.entries(SERIES).flatMap(([series, name]) => {
    const plans = program[name];
    return plans ? [[series, plans] as const] : [];
  });
  return {
    program: Object.fromEntries(series),
    run: facts,
    ...(functions && { functions }),
    ...(rates && { bases: rates }),
  };
}
