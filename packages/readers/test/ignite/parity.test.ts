import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Port } from "../../../anneal/test/parity/port.ts";
import { ignite as ports } from "../../../anneal/test/parity/ports/ignite.ts";
import { torchFunctions } from "../../../anneal/test/parity/ports/torchPlan.ts";
import { ignite } from "../../src/ignite/ignite.ts";
import { readAs } from "../../src/read.ts";
import type { Reading } from "../../src/reading.ts";
import { Call, Lambda, type Value } from "../../src/value.ts";
import { reading, tableOf } from "../parityCases.ts";

const table = tableOf("ignite");
const NAMES = Object.keys(table.schedules).filter((name) => !("elsewhere" in (ports[name] as object)));

interface Spec {
  readonly class: string;
  readonly options?: object;
  readonly config?: object;
}

const isSpec = (value: object): value is Spec => "class" in value;

/** The tables have PyTorch's names in camelCase; `lrLambda` names a function. */
function pythonName(name: string): string {
  const known = { tMax: "T_max", t0: "T_0", tMult: "T_mult" }[name];
  return known ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function lambda(name: string): Lambda {
  return new Lambda(name, (t = 0) => (torchFunctions[name] as (t: number) => number)(t));
}

function asValue(plain: unknown, name = ""): Value {
  if (Array.isArray(plain)) return plain.map((one) => asValue(one, name));
  if (typeof plain === "string" && name === "lr_lambda") return lambda(plain);
  if (typeof plain !== "object" || plain === null) return plain as Value;
  if (!isSpec(plain)) throw new Error("no value");
  if (plain.options) return call(`torch.optim.lr_scheduler.${plain.class}`, plain.options, pythonName);
  return call(`ignite.handlers.${plain.class}`, plain.config ?? {});
}

function call(name: string, options: object, rename = (one: string) => one): Call {
  const named = Object.entries(options).map(([key, value]): [string, Value] => [
    rename(key),
    asValue(value, rename(key)),
  ]);
  return new Call(name, { named: new Map(named) });
}

function read(name: string, { config, base, bases }: Case<object>): Reading | undefined {
  const state = name.endsWith("StateScheduler") ? { param_name: "lr" } : {};
  const calls = [call(`ignite.handlers.${name}`, { ...config, ...state })];
  const document = { notation: "python", data: new Map(), place: () => undefined, calls } as const;
  const lr = bases ?? base;
  const found = readAs(ignite, document, lr === undefined ? {} : { lr })[0];
  // The tables have one series for whatever is scheduled.
  const [program] = Object.values(found?.program ?? {});
  return found && program ? { ...found, program: { lr: program } } : found;
}

test.each(NAMES)("%s is the real one", (name) => {
  const port = reading<object>(ports, name, (one) => read(name, one));
  const found = compareTable(table, { [name]: port as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(500);
});
