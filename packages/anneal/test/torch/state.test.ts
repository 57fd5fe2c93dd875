import { describe, expect, it } from "vitest";
import { MultiplicativeLR, MultiStepLR, StepLR, WarmupMultiFactorScheduler } from "../../src/torch/index.ts";
import { issuesOf, messageOf } from "../issues.ts";

const optimizerOf = (...bases: number[]) => ({ paramGroups: bases.map((lr) => ({ lr })) });

function trained(epochs: number, ...bases: number[]) {
  const optimizer = optimizerOf(...bases);
  const scheduler = new WarmupMultiFactorScheduler(optimizer, { milestones: [30, 60, 90] });
  for (let epoch = 0; epoch < epochs; epoch++) scheduler.step();
  return { optimizer, scheduler, saved: JSON.parse(JSON.stringify(scheduler.stateDict())) };
}

describe("stateDict", () => {
  it("is all of the state, as plain JSON", () => {
    const { scheduler, saved } = trained(3, 0.01, 0.1);
    expect(saved).toEqual({
      version: 1,
      program: { lr: scheduler.plan },
      run: {},
      bases: { lr: [0.01, 0.1] },
      position: 3,
      controllers: {},
    });
    expect(scheduler.stateDict()).toEqual(saved);
  });

  it("shows one plan for each group where they differ", () => {
    const options = { milestones: [30], warmupLr: [0.001, 0.002] };
    const scheduler = new WarmupMultiFactorScheduler(optimizerOf(0.01, 0.1), options);
    expect(scheduler.stateDict().program.lr).toEqual(scheduler.plan);
    expect(scheduler.plan).toHaveLength(2);
  });
});

describe("loadStateDict", () => {
  it("puts the rate back at once", () => {
    const { saved } = trained(70, 0.01);
    const { optimizer, scheduler } = trained(0, 0.01);
    scheduler.loadStateDict(saved);
    expect(optimizer.paramGroups).toEqual([{ lr: 0.0001, initialLr: 0.01 }]);
    expect(scheduler.lastEpoch).toBe(70);
  });

  it("brings its base rates along", () => {
    const { saved } = trained(10, 0.01);
    const { optimizer, scheduler } = trained(0, 7);
    scheduler.loadStateDict(saved);
    expect(optimizer.paramGroups).toEqual([{ lr: 0.01, initialLr: 0.01 }]);
  });

  it("refuses another plan's state, shows both, and changes nothing", () => {
    const { saved } = trained(10, 0.01);
    const optimizer = optimizerOf(0.01);
    const scheduler = new WarmupMultiFactorScheduler(optimizer, { milestones: [30, 50, 90] });
    scheduler.step(4);
    const before = [structuredClone(optimizer), scheduler.stateDict()];
    expect(messageOf(() => scheduler.loadStateDict(saved))).toBe(
      "state.program.lr.parts[1].plan.at[1]: expected 50, received 60",
    );
    expect([optimizer, scheduler.stateDict()]).toEqual(before);
  });

  it("refuses text and what else is no object", () => {
    const { scheduler, saved } = trained(10, 0.01);
    expect(messageOf(() => scheduler.loadStateDict(JSON.stringify(saved) as never))).toMatch(
      /^state: expected an object \(JSON\.parse\), received "/,
    );
    const message = "state: expected an object, received undefined";
    expect(messageOf(() => scheduler.loadStateDict(undefined as never))).toBe(message);
  });

  it("refuses another class's state", () => {
    const step = new StepLR(optimizerOf(1), { stepSize: 3 });
    const multiStep = new MultiStepLR(optimizerOf(1), { milestones: [3] });
    expect(issuesOf(() => step.loadStateDict(multiStep.stateDict())).length).toBeGreaterThan(0);
    expect(issuesOf(() => multiStep.loadStateDict(step.stateDict())).length).toBeGreaterThan(0);
  });

  it("refuses the state of another number of groups", () => {
    const { saved } = trained(10, 0.01, 0.1);
    expect(messageOf(() => trained(0, 0.01).scheduler.loadStateDict(saved))).toContain("state.bases.lr");
    const { saved: fewer } = trained(10, 0.01);
    expect(messageOf(() => trained(0, 0.01, 0.1).scheduler.loadStateDict(fewer))).toContain("state.bases.lr");
  });
});

describe("a state from somewhere else", () => {
  const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["text", "x"],
    ["a number", 3],
    ["a list", []],
    ["an empty object", {}],
    ["a deep list", deep],
  ])("that is %s is refused, and changes nothing", (_, state) => {
    const { optimizer, scheduler } = trained(3, 0.01);
    const before = [structuredClone(optimizer), scheduler.stateDict()];
    expect(issuesOf(() => scheduler.loadStateDict(state as never)).length).toBeGreaterThan(0);
    expect([optimizer, scheduler.stateDict()]).toEqual(before);
  });

  it.each<[string, object, string]>([
    ["another version", { version: 2 }, "state.version"],
    ["a deep program", { program: deep }, "state.program"],
    ["a deep plan", { program: { lr: deep } }, "state.program.lr"],
    ["a run", { run: { steps: 3 } }, "state.run"],
    ["a base below 0", { bases: { lr: [-1] } }, "state.bases.lr[0]"],
    ["a base that is no number", { bases: { lr: [Number.NaN] } }, "state.bases.lr[0]"],
    ["deep bases", { bases: { lr: deep } }, "state.bases.lr[0]"],
    ["a position below 0", { position: -1 }, "state.position"],
    ["text for a position", { position: "3" }, "state.position"],
    ["an infinite position", { position: Number.POSITIVE_INFINITY }, "state.position"],
    ["a controller", { controllers: { lr: [] } }, "state.controllers"],
    ["rates", { rates: [0.1] }, "state.rates"],
    ["something else", { extra: 1 }, "state.extra"],
  ])("with %s is refused by that name, and changes nothing", (_, other, path) => {
    const { optimizer, scheduler, saved } = trained(3, 0.01);
    const before = [structuredClone(optimizer), scheduler.stateDict()];
    const [issue] = issuesOf(() => scheduler.loadStateDict({ ...saved, ...other }));
    expect(issue?.path).toContain(path);
    expect([optimizer, scheduler.stateDict()]).toEqual(before);
  });

  it("whose own rates are none is refused by a recurrence, and changes nothing", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 });
    scheduler.step();
    const before = [structuredClone(optimizer), scheduler.stateDict()];
    for (const rates of [[0.1, 0.2], ["0.1"], [-1], [Number.NaN], undefined, {}, deep]) {
      const state = { ...scheduler.stateDict(), rates } as never;
      expect(issuesOf(() => scheduler.loadStateDict(state))[0]?.path).toContain("state.rates");
      expect([optimizer, scheduler.stateDict()]).toEqual(before);
    }
  });

  it("may lead to any depth of nonsense where it says who leads", () => {
    const { scheduler, saved } = trained(3, 0.01);
    scheduler.loadStateDict({ ...saved, leads: deep });
    expect(scheduler.stateDict()).toEqual(saved);
  });
});
