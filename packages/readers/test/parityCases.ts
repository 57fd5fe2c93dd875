import { PlanError } from "anneal";
import type { Case, Port, Ports, Table } from "../../anneal/test/parity/port.ts";
import { TABLES } from "../../anneal/test/parity/tables.ts";
import type { Framework } from "../src/framework.ts";
import { readAs } from "../src/read.ts";
import type { Reading, Values } from "../src/reading.ts";
import { Call } from "../src/value.ts";
import { dictionary } from "./data.ts";

/** The numbers of the real framework. */
export function tableOf(framework: string): Table {
  const table = TABLES.get(framework);
  if (!table) throw new Error(`no table of ${framework}`);
  return table;
}

/**
 * A port through a reader; where the reader refuses, or differs, and the library's own port differs on purpose, it is for
 * the same reason.
 */
export function reading<C>(
  ports: Ports,
  name: string,
  read: (one: Case<C>) => Reading | undefined,
  key = "lr",
): Port<C> {
  return (one) => {
    const theirs = (ports[name] as Port<C>)(one);
    const differs = theirs.differs && { differs: theirs.differs };
    let found: Reading | undefined;
    try {
      found = read(one);
    } catch (error) {
      if (error instanceof PlanError && differs) return differs;
      throw error;
    }
    const values = found?.program?.[key];
    if (!values) throw new Error(`nothing read: ${JSON.stringify(found?.needs)}`);
    const { base, steps, stepsPerEpoch, samplesPerStep, tokensPerStep } = found?.run ?? {};
    const run = { base, steps, stepsPerEpoch, samplesPerStep, tokensPerStep };
    const known = Object.fromEntries(
      Object.entries(run).filter(([fact, value]) => value !== undefined && fact !== "base"),
    );
    return {
      program: { values },
      run: known,
      ...(found?.functions && { functions: found.functions }),
      ...(theirs.peak !== undefined && { peak: theirs.peak }),
      ...differs,
    };
  };
}

/** A call with these arguments, read by itself. */
export function readCall(framework: Framework, name: string, config: object, values: Values = {}): Reading | undefined {
  const calls = [new Call(name, { named: dictionary(config) })];
  return readAs(framework, { notation: "python", data: new Map(), place: () => undefined, calls }, values)[0];
}
