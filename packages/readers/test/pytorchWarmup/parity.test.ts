import { type Plan, product, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Plans, Port, Table } from "../../../anneal/test/parity/port.ts";
import { pytorchWarmup as written } from "../../../anneal/test/parity/ports/pytorchWarmup.ts";
import { TABLES } from "../../../anneal/test/parity/tables.ts";
import { pytorchWarmup } from "../../src/pytorchWarmup/pytorchWarmup.ts";
import { Call, Unknown, type Value } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";
import { callsDocument, readOne, readPorts } from "../readPorts.ts";

interface Warmup {
  readonly warmup_period?: number | readonly number[];
  readonly betas?: readonly number[];
}

const adam = (groups: Value, betas?: Value) =>
  new Call("torch.optim.Adam", {
    positional: [groups],
    named: new Map<string, Value>(betas === undefined ? [] : [["betas", betas]]),
  });

const factorsOf = (plans: Plans): readonly (readonly Plan[])[] =>
  [plans].flat().map((plan) => (plan as Extract<Plan, { kind: "product" }>).factors);

/** The schedule that the table has under a warm-up is the test's; the warm-up is what was read. */
const under =
  (name: string) =>
  (plans: Plans, one: Case<never>): Plans => {
    const ours = factorsOf((written[name] as Port)(one).program?.values as Plans);
    return factorsOf(plans).map(([held, factor], i) => {
      expect(held).toEqual({ kind: "constant", value: "1x" });
      return product((ours[i] ?? ours[0])?.[0] as Plan, factor as Plan);
    });
  };

const ports = Object.assign(
  {},
  ...Object.keys(written).map((name) =>
    readPorts({
      framework: pytorchWarmup,
      written: { [name]: written[name] as Port },
      document(name, { config, bases, base }: Case<Warmup>) {
        const groups = (bases ?? [base]).map((lr) => dictionary({ params: [], lr }));
        const { betas, warmup_period } = config;
        const positional = [adam(groups, data(betas)), ...(warmup_period ? [data(warmup_period)] : [])];
        const named = new Map<string, Value>(warmup_period === 0 ? [["warmup_period", 0]] : []);
        return callsDocument(new Call(`pytorch_warmup.${name}`, { positional, named }));
      },
      plans: under(name),
    }),
  ),
);

describe("pytorch_warmup's own numbers", () => {
  const comparisons = [...compareTable(TABLES.get("pytorchWarmup") as Table, ports)];

  it.each(comparisons)("%s", (_, { cases, positions, failures }) => {
    expect(failures.slice(0, 6)).toEqual([]);
    expect(cases).toBeGreaterThan(100);
    expect(positions).toBeGreaterThan(400);
  });

  it("of every class", () => expect(comparisons.length).toBe(5));
});

describe("what the text says of the optimizer", () => {
  const read = (name: string, ...positional: Value[]) =>
    readOne(pytorchWarmup, callsDocument(new Call(`pytorch_warmup.${name}`, { positional })));

  it("has PyTorch's second beta where none is written", () => {
    const { program, run } = read("UntunedLinearWarmup", adam([]));
    expect(run).toEqual({ base: 0.001 });
    const lr = schedule(program?.lr as never, { base: 1999 });
    expect([1998, 3000].map(lr)).toEqual([1999, 1999]);
    expect(lr(1997)).toBeCloseTo(1998, 9);
  });

  it("asks for the rate and the beta of an optimizer that it does not have", () => {
    const { program, needs } = read("RAdamWarmup", new Unknown("optimizer"));
    expect(program).toBeUndefined();
    expect(needs.map(({ name }) => name)).toEqual(["beta2"]);
    const linear = read("LinearWarmup", new Unknown("optimizer"), 10);
    expect(linear.program).toBeDefined();
    expect(linear.needs.map(({ name }) => name)).toEqual(["lr"]);
  });

  it("goes on after a last step", () => {
    const { program } = read("LinearWarmup", adam([]), 10, 3);
    expect(schedule(program?.lr as never, { base: 1 })(0)).toBe(0.5);
  });

  it("refuses another number of periods than of groups", () => {
    const two = [dictionary({ lr: 1 }), dictionary({ lr: 2 })];
    expect(() => read("LinearWarmup", adam(two), [5, 5, 5])).toThrow(
      "expected 2 periods, one for each group, received 3",
    );
  });
});
