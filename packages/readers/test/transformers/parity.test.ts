import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Table } from "../../../anneal/test/parity/port.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import type { Context } from "../../src/context.ts";
import { dataDocument } from "../../src/document.ts";
import type { Found } from "../../src/reading.ts";
import { FUNCTIONS } from "../../src/transformers/functions.ts";
import type { SchedulerType } from "../../src/transformers/schedulerType.ts";
import { transformers } from "../../src/transformers/transformers.ts";
import { Call, type Value } from "../../src/value.ts";
import { foundPort } from "../foundPort.ts";

type Config = Readonly<Record<string, number | string>>;
type One = Case<Config> & { readonly defaultLr: number };

const table = TABLES.get("transformers") as Table;
const names = Object.keys(FUNCTIONS).filter((name) => table.schedules[name] && name !== "greedy") as SchedulerType[];

const map = (entries: Readonly<Record<string, Value | undefined>>): Map<string, Value> =>
  new Map(Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== undefined));

/** An optimizer with the case's rates. */
function optimizerOf({ base, bases = [base as number], defaultLr }: One): Call {
  const groups = bases.map((lr) => map({ lr }));
  return new Call("torch.optim.SGD", { positional: [groups], named: map({ lr: defaultLr }) });
}

const called = (name: string, named: Map<string, Value>, context: Context): Found | undefined =>
  transformers.entries[name]?.read(new Call(name, { named }), context);

const forms: Readonly<Record<string, (name: SchedulerType) => (one: One, context: Context) => Found | undefined>> = {
  "its function": (name) => (one, context) =>
    called(`transformers.${FUNCTIONS[name].name}`, map({ optimizer: optimizerOf(one), ...one.config }), context),
  get_scheduler: (name) => (one, context) => {
    const { num_warmup_steps, num_training_steps, ...special } = one.config;
    const own = { num_warmup_steps, num_training_steps, scheduler_specific_kwargs: map(special) };
    return called(
      "transformers.optimization.get_scheduler",
      map({ name, optimizer: optimizerOf(one), ...own }),
      context,
    );
  },
};

/** The Trainer has one rate for all, and makes at least one update. */
const isTrained = ({ config, base, defaultLr }: One): boolean =>
  base === defaultLr && (config.num_training_steps ?? 1) !== 0 && Number(config.num_stable_steps ?? 0) >= 0;

const configured = (name: SchedulerType) => (one: One, context: Context) => {
  const { num_warmup_steps, num_training_steps, ...special } = one.config;
  const data = map({
    output_dir: "out",
    learning_rate: one.defaultLr,
    lr_scheduler_type: name,
    warmup_steps: num_warmup_steps,
    max_steps: num_training_steps ?? -1,
    lr_scheduler_kwargs: map(special),
  });
  const document = dataDocument("json", data);
  expect(transformers.configuration?.recognises(document)).toBe(true);
  return transformers.configuration?.read(document)[0]?.read(context);
};

const only = (name: string, cases: readonly Case<never>[]): Table => ({
  ...table,
  schedules: { [name]: { unit: "", cases } },
});

describe.each(names)("%s", (name) => {
  const cases = table.schedules[name]?.cases ?? [];

  it.each(Object.entries(forms))("by %s", (_, form) => {
    const ports = { [name]: foundPort("transformers", name, form(name) as never) };
    const { failures, positions } = compareTable(only(name, cases), ports).get(name) ?? {};
    expect(failures?.slice(0, 5)).toEqual([]);
    expect(positions).toBeGreaterThan(50);
  });

  it("by the Trainer's arguments", () => {
    const trained = cases.filter((one) => isTrained(one as Case<unknown> as One));
    const ports = { [name]: foundPort("transformers", name, configured(name) as never) };
    const { failures, positions } = compareTable(only(name, trained), ports).get(name) ?? {};
    expect(failures?.slice(0, 5)).toEqual([]);
    expect(positions).toBeGreaterThan(20);
  });
});
