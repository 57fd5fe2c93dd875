import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Field } from "../../src/field.ts";
import type { Optimizer, ParamGroup } from "../../src/torch/index.ts";
import { CLASSES, type Name } from "../arbitrary/torch.ts";
import { issuesOf, messageOf } from "../issues.ts";

type Table = Readonly<Record<string, Field>>;

/** Every table of options in the sources, by its class. */
const files = readdirSync(new URL("../../src/torch/", import.meta.url)).map((file) => file.slice(0, -3));
const tables = new Map<string, Table>();
for (const file of files) {
  const module = await import(`../../src/torch/${file}.ts`);
  for (const [name, table] of Object.entries(module)) {
    const owner = Object.keys(CLASSES).find((key) => `${key.toLowerCase()}fields` === name.toLowerCase());
    if (owner) tables.set(owner, table as Table);
  }
}

/** Options that each class accepts. */
const GOOD: { readonly [N in Name]: object } = {
  ChainedScheduler: {},
  ConstantLR: {},
  CosineAnnealingLR: { tMax: 5 },
  CosineAnnealingWarmRestarts: { t0: 5 },
  CyclicLR: { baseLr: 0.1, maxLr: 0.2 },
  ExponentialLR: { gamma: 0.9 },
  LambdaLR: { lrLambda: () => 1 },
  LinearLR: {},
  MultiStepLR: { milestones: [3] },
  MultiplicativeLR: { lrLambda: () => 1 },
  OneCycleLR: { maxLr: 0.2, totalSteps: 10 },
  PolynomialLR: {},
  ReduceLROnPlateau: {},
  SWALR: { swaLr: 0.1 },
  SequentialLR: { milestones: [] },
  StepLR: { stepSize: 3 },
  WarmupMultiFactorScheduler: { milestones: [30] },
};

/** What an option of this kind must not be. */
function badFor({ type, of, list, above, below, whole, default: standard }: Field): unknown[] {
  const anything: unknown[] = [{}, Symbol("x"), Number.NaN, Number.POSITIVE_INFINITY, "x".repeat(1000)];
  if (of) return [...anything, 3, of.includes(true) ? "true" : true, [of[0]]].concat(standard === null ? [] : [null]);
  if (list === true) return [...anything, 3, "3", null, [{}], [Number.NaN], [null]];
  const listed = list === "each" ? [[], [standard ?? 0.5, standard ?? 0.5, standard ?? 0.5], [{}, {}]] : [[3]];
  if (type === "plan") return [...anything, 3, "3", true, ...listed];
  const numbers: unknown[] = ["3", true, Number.NEGATIVE_INFINITY, -0.5, -2, ...listed];
  if (above === 0) numbers.push(0);
  if (below !== undefined) numbers.push(below);
  if (whole) numbers.push(2.5);
  if (standard !== null) numbers.push(null);
  return [...anything, ...numbers];
}

interface Trial {
  readonly optimizer: { readonly paramGroups: ParamGroup[] };
  make(options: object): unknown;
}

/** An optimizer for two groups, and for what is made of others, a scheduler to put in. */
function trial(name: Name): Trial {
  const optimizer: Trial["optimizer"] = {
    paramGroups: [0.1, 0.2].map((lr) => ({ lr, momentum: 0.9 }) as ParamGroup),
  };
  const wraps = name === "SequentialLR" || name === "ChainedScheduler";
  const parts = wraps ? { schedulers: [new CLASSES.StepLR(optimizer, { stepSize: 5 })] } : {};
  const Class = CLASSES[name] as unknown as new (optimizer: Optimizer, options: object) => unknown;
  return { optimizer, make: (options) => new Class(optimizer, { ...GOOD[name], ...parts, ...options }) };
}

const names = Object.keys(CLASSES) as Name[];

describe("every class", () => {
  it("has a table of its options", () => {
    expect([...tables.keys()].sort()).toEqual([...names].sort());
  });

  it.each(names)("%s accepts its options, and fills in the defaults", (name) => {
    trial(name).make({});
  });

  it.each(names)("%s refuses whatever else its options could be, by name, and changes nothing", (name) => {
    const { optimizer, make } = trial(name);
    const before = structuredClone(optimizer.paramGroups);
    for (const [option, field] of Object.entries(tables.get(name) as Table)) {
      for (const value of badFor(field)) {
        const paths = issuesOf(() => make({ [option]: value })).map(({ path }) => path.replace(/\[.*/, ""));
        expect([option, value, paths.includes(option)]).toEqual([option, value, true]);
        expect(optimizer.paramGroups).toEqual(before);
      }
    }
  });

  it.each(names)("%s refuses an option that it does not have, and one that is missing", (name) => {
    const table = tables.get(name) as Table;
    const { optimizer, make } = trial(name);
    const [issue] = issuesOf(() => make({ verbose: true }));
    expect(issue?.expected).toContain(Object.keys(table).join(", "));
    const required = Object.keys(table).filter((option) => !("default" in (table[option] as Field)));
    for (const option of required) {
      expect(issuesOf(() => make({ [option]: undefined })).map(({ path }) => path)).toContain(option);
    }
    for (const options of [null, 3, "x", []]) {
      const Class = CLASSES[name] as unknown as new (optimizer: unknown, options: unknown) => unknown;
      expect(messageOf(() => new Class(optimizer, options))).toContain(`an object with ${Object.keys(table)[0]}`);
    }
  });

  it.each(names)("%s refuses what is no optimizer", (name) => {
    const Class = CLASSES[name] as unknown as new (optimizer: unknown, options: object) => unknown;
    for (const optimizer of [undefined, null, {}, { paramGroups: [] }, { paramGroups: [3] }, { param_groups: [{}] }]) {
      expect(messageOf(() => new Class(optimizer, GOOD[name]))).toContain("optimizer.paramGroups");
    }
  });

  it.each(names.filter((name) => "lastEpoch" in (tables.get(name) as Table)))(
    "%s starts where lastEpoch says",
    (name) => {
      const reached = trial(name);
      const scheduler = reached.make({}) as { step(epoch: number): void };
      scheduler.step(7);
      const started = trial(name);
      const later = started.make({ lastEpoch: 6 }) as { lastEpoch: number };
      expect(later.lastEpoch).toBe(7);
      expect(started.optimizer.paramGroups.map(({ lr }) => lr)).toEqual(
        reached.optimizer.paramGroups.map(({ lr }) => lr),
      );
    },
  );
});

describe("an option that is wrong beside others", () => {
  it.each<[Name, object, string]>([
    ["ConstantLR", { factor: 1.5 }, "factor: expected a number of at most 1, received 1.5"],
    ["ConstantLR", { factor: 0 }, "factor: expected a finite number above 0, received 0"],
    ["LinearLR", { startFactor: 1.1 }, "startFactor: expected a number of at most 1, received 1.1"],
    ["LinearLR", { startFactor: 0 }, "startFactor: expected a finite number above 0, received 0"],
    ["LinearLR", { endFactor: 2 }, "endFactor: expected a number of at most 1, received 2"],
    ["PolynomialLR", { totalIters: 0 }, "totalIters: expected a finite number above 0, received 0"],
    ["CosineAnnealingLR", { tMax: 0 }, "tMax: expected a finite number above 0, received 0"],
    ["CosineAnnealingWarmRestarts", { t0: 2.5 }, "t0: expected a whole number above 0, received 2.5"],
    ["CosineAnnealingWarmRestarts", { tMult: 0 }, "tMult: expected a whole number from 1, received 0"],
    ["StepLR", { stepSize: 0 }, "stepSize: expected a finite number above 0, received 0"],
    ["CyclicLR", { stepSizeDown: 0 }, "stepSizeDown: expected a finite number above 0, received 0"],
    ["CyclicLR", { baseLr: [1] }, "baseLr: expected one number, or 2, one for each param group, received a list of 1"],
    [
      "LambdaLR",
      { lrLambda: [() => 1] },
      "lrLambda: expected one function, or 2, one for each param group, received a list of 1",
    ],
    ["LambdaLR", { lrLambda: [() => 1, 3] }, "lrLambda[1]: expected a function, received 3"],
    ["MultiplicativeLR", { lrLambda: 0.5 }, "lrLambda: expected a function, received 0.5"],
    ["ReduceLROnPlateau", { factor: 1 }, "factor: expected a finite number from 0"],
    ["ReduceLROnPlateau", { threshold: 1.5 }, 'threshold: expected at most 1 for mode "min", received 1.5'],
    ["ReduceLROnPlateau", { minLr: [0.1] }, "minLr: expected one number, or 2, one for each param group"],
    ["SWALR", { annealEpochs: -1 }, "annealEpochs: expected a whole number from 0, received -1"],
    ["SWALR", { swaLr: [1, 2, 3] }, "swaLr: expected one number, or 2, one for each param group, received a list of 3"],
  ])("%s %j is told of", (name, options, message) => {
    expect(messageOf(() => trial(name).make(options))).toContain(message);
  });

  it("may be as large as it likes where that has a meaning", () => {
    trial("ReduceLROnPlateau").make({ threshold: 1.5, thresholdMode: "abs" });
    trial("ReduceLROnPlateau").make({ threshold: 1.5, mode: "max" });
    trial("ReduceLROnPlateau").make({ threshold: 1 });
    trial("LinearLR").make({ startFactor: 1, endFactor: 1 });
    trial("ConstantLR").make({ factor: 1 });
  });

  it("is told with all the others", () => {
    const options = { maxLr: -1, totalSteps: 2.5, pctStart: 2, annealStrategy: "cosine", momentum: 1 };
    expect(messageOf(() => trial("OneCycleLR").make(options)).split("\n")).toHaveLength(6);
  });
});
