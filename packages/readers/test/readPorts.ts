import { PlanError, type Run } from "anneal";
import type { Case, Plans, Port, Ported, Ports } from "../../anneal/test/parity/port.ts";
import { type Document, dataDocument } from "../src/document.ts";
import type { Framework } from "../src/framework.ts";
import { readAs } from "../src/read.ts";
import type { Reading, Values } from "../src/reading.ts";
import { Call, type Value } from "../src/value.ts";

/** How the cases of a table are read. */
export interface ReadPorts {
  readonly framework: Framework;
  /** What the library's own tests write for the table: the reasons of differences and the roundings are theirs. */
  readonly written: Ports;
  /** The text of a case, as it is parsed. */
  document(name: string, one: Case<never>): Document;
  /** Facts of the run that no text has. */
  run?(one: Case<never>): Run;
  /** Facts that the reader asks for. */
  values?(one: Case<never>): Values;
  /** The table's series by the program's names. Default: `values` is the rate. */
  readonly series?: Readonly<Record<string, string>>;
  /** What is compared of a plan that was read. Default: the plan. */
  plans?(plans: Plans, one: Case<never>): Plans;
}

/** Ports that read each case and do not write it. */
export function readPorts(options: ReadPorts): Ports {
  return Object.fromEntries(
    Object.entries(options.written).map(([name, port]) => [
      name,
      typeof port === "function" ? (one: Case<never>) => readCase(options, name, port, one) : port,
    ]),
  );
}

function readCase(options: ReadPorts, name: string, port: Port, one: Case<never>): Ported {
  const { framework, document, run, values, series = { lr: "values" }, plans = (read) => read } = options;
  const [reading, ...others] = readAs(framework, document(name, one), values?.(one) ?? {});
  if (!reading?.program || others.length > 0) throw new Error(`not one reading: ${JSON.stringify(reading)}`);
  const { differs, loses, peak } = reasonsOf(port, one);
  const { base, ...facts } = reading.run ?? {};
  const bases = reading.bases ?? (base === undefined ? undefined : [base]);
  return {
    program: Object.fromEntries(
      Object.entries(reading.program).flatMap(([name, read]) =>
        series[name] !== undefined && series[name] in one ? [[series[name], plans(read, one)]] : [],
      ),
    ),
    run: { ...facts, ...run?.(one) },
    ...(bases && { bases }),
    ...(reading.functions && { functions: reading.functions }),
    ...(differs && { differs }),
    ...(loses && { loses }),
    ...(peak !== undefined && { peak }),
  };
}

function reasonsOf(port: Port, one: Case<never>): Ported {
  try {
    return port(one);
  } catch (error) {
    if (error instanceof PlanError) return {};
    throw error;
  }
}

/** Data of a table as a text has it. */
export function asValue(data: unknown): Value {
  if (Array.isArray(data)) return data.map(asValue);
  if (typeof data !== "object" || data === null || data instanceof Call) return data as Value;
  return asDictionary(data);
}

/** An object's entries as named arguments, or as a dictionary. */
export function asDictionary(data: object): ReadonlyMap<string, Value> {
  return new Map(Object.entries(data).map(([key, value]) => [key, asValue(value)]));
}

/** A Python text of these calls. */
export function callsDocument(...calls: readonly Call[]): Document {
  return { ...dataDocument("json", null), notation: "python", calls };
}

/** The one schedule that a document has. */
export function readOne(framework: Framework, document: Document, values: Values = {}): Reading {
  const [reading, ...others] = readAs(framework, document, values);
  if (!reading || others.length > 0) throw new Error(`${others.length + 1} readings`);
  return reading;
}
