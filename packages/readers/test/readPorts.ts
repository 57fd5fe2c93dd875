import { PlanError, type Run } from "anneal";
import type { Case, Plans, Port, Ported, Ports } from "../../anneal/test/parity/port.ts";
import { type Document, dataDocument } from "../src/document.ts";
import type { Framework } from "../src/framework.ts";
import { readAs } from "../src/read.ts";
import type { Reading, Values } from "../src/reading.ts";
import { Call, type Value } from "../src/value.ts";

/** One form in which the cases of a table are written, and how it is read. */
export interface Form {
  readonly framework: Framework;
  /** What the library's own tests write for the table: the reasons of differences and the roundings are theirs. */
  readonly written: Ports;
  /** The text of a case, as it is parsed. */
  document(name: string, one: Case<never>): Document;
  /** Facts of the run that no text has. */
  run?(one: Case<never>): Run;
  /** Facts that the reader asks for. */
  values?(one: Case<never>): Values;
  /** The table's series by the program's names. Default: `values` is the rate, or whatever alone is scheduled. */
  readonly series?: Readonly<Record<string, string>>;
  /** What is compared of a plan that was read. Default: the plan. */
  plans?(plans: Plans, one: Case<never>): Plans;
}

/** Ports that read each case and do not write it. */
export function readPorts(form: Form): Ports {
  return Object.fromEntries(
    Object.entries(form.written).map(([name, port]) => [
      name,
      typeof port === "function" ? (one: Case<never>) => readCase(form, name, port, one) : port,
    ]),
  );
}

/**
 * What is read of a case, as the tables' harness takes it. What differs on purpose, also by a refusal, and what the
 * framework loses by rounding are those of the library's own port.
 */
function readCase(form: Form, name: string, port: Port, one: Case<never>): Ported {
  const { differs, loses, peak } = attempt(() => port(one), true) ?? {};
  const reading = attempt(
    () => readOne(form.framework, form.document(name, one), form.values?.(one)),
    differs !== undefined,
  );
  if (!reading && differs) return { differs };
  const { program, run: { base, ...facts } = {}, bases: several, functions, needs } = reading as Reading;
  if (!program) throw new Error(`nothing was read: ${JSON.stringify(needs)}`);
  // A text that has one rate for all says nothing of a case's groups.
  const bases = several ?? (base === undefined || one.bases ? undefined : [base]);
  return {
    program: seriesOf(form, program, one),
    run: { ...facts, ...form.run?.(one) },
    ...(bases && { bases }),
    ...(functions && { functions }),
    ...(differs && { differs }),
    ...(loses && { loses }),
    ...(peak !== undefined && { peak }),
  };
}

/** What it makes, or nothing where a refusal is expected. */
function attempt<T>(make: () => T, mayRefuse: boolean): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof PlanError && mayRefuse) return undefined;
    throw error;
  }
}

function seriesOf(
  { series, plans = (read) => read }: Form,
  program: Readonly<Record<string, Plans>>,
  one: Case<never>,
) {
  const entries = Object.entries(program);
  const [only, ...more] = entries;
  const names = series ?? (only && more.length === 0 ? { [only[0]]: "values" } : { lr: "values" });
  return Object.fromEntries(
    entries.flatMap(([name, read]) => {
      const theirs = names[name];
      return theirs !== undefined && theirs in one ? [[theirs, plans(read, one)]] : [];
    }),
  );
}

/** A Python text of these calls. */
export function callsDocument(...calls: readonly Call[]): Document {
  return { ...dataDocument("json", null), notation: "python", calls };
}

/** The same for one call with these arguments by name. */
export function callDocument(name: string, named: ReadonlyMap<string, Value>): Document {
  return callsDocument(new Call(name, { named }));
}

/** The one schedule that a document has. */
export function readOne(framework: Framework, document: Document, values: Values = {}): Reading {
  const [reading, ...others] = readAs(framework, document, values);
  if (!reading || others.length > 0) throw new Error(`${others.length + (reading ? 1 : 0)} readings`);
  return reading;
}
