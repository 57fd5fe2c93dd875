import { describe, expect, it } from "vitest";
import { CyclicLR, OneCycleLR } from "../../src/torch/index.ts";
import { messageOf } from "../issues.ts";

const sgd = (...momenta: number[]) => ({ paramGroups: momenta.map((momentum) => ({ lr: 0.1, momentum })) });
const adam = (...betas: number[]) => ({ paramGroups: betas.map((beta1) => ({ lr: 0.1, betas: [beta1, 0.999] })) });
const CYCLE = { baseLr: 1, maxLr: 3, stepSizeUp: 2 };
const ONE = { maxLr: 1, totalSteps: 10, annealStrategy: "linear" } as const;

describe("momentum", () => {
  it("goes the other way in CyclicLR, from 0.9 to 0.8", () => {
    const optimizer = sgd(0.5, 0.7);
    const scheduler = new CyclicLR(optimizer, CYCLE);
    const momenta = [0, 1, 2, 3, 4].map((epoch) => {
      scheduler.step(epoch);
      return optimizer.paramGroups.map(({ momentum }) => Number(momentum.toFixed(12)));
    });
    expect(momenta).toEqual([0.9, 0.85, 0.8, 0.85, 0.9].map((momentum) => [momentum, momentum]));
  });

  it("has ends of its own for each group, where they are given", () => {
    const [cyclic, once] = [sgd(0.5, 0.5), sgd(0.5, 0.5)];
    const ends = { baseMomentum: [0.5, 0.6], maxMomentum: [0.7, 0.9] };
    const momenta = ({ paramGroups }: typeof once) => paramGroups.map(({ momentum }) => momentum);
    const schedulers = [new CyclicLR(cyclic, { ...CYCLE, ...ends }), new OneCycleLR(once, { ...ONE, ...ends })];
    expect([cyclic, once].map(momenta)).toEqual([
      [0.7, 0.9],
      [0.7, 0.9],
    ]);
    for (const one of schedulers) one.step(2);
    expect([cyclic, once].map(momenta)).toEqual([
      [0.5, 0.6],
      [0.5, 0.6],
    ]);
  });

  it("is scaled with the rate", () => {
    for (const [mode, gamma, expected] of [
      ["triangular2", 1, 0.85],
      ["exp_range", 0.5, 0.9 - 0.1 * 0.5 ** 6],
    ] as const) {
      const optimizer = sgd(0.5);
      new CyclicLR(optimizer, { ...CYCLE, mode, gamma }).step(6);
      expect(optimizer.paramGroups[0]?.momentum).toBeCloseTo(expected, 12);
    }
    const optimizer = sgd(0.5);
    new CyclicLR(optimizer, { ...CYCLE, scaleFn: (cycle) => cycle / 4 }).step(6);
    expect(optimizer.paramGroups[0]?.momentum).toBeCloseTo(0.85, 12);
  });

  it("goes down and up again in OneCycleLR, from 0.95 to 0.85, and holds", () => {
    const optimizer = sgd(0.5);
    const scheduler = new OneCycleLR(optimizer, ONE);
    const momenta = [0, 1, 2, 9, 30].map((epoch) => {
      scheduler.step(epoch);
      return Number(optimizer.paramGroups[0]?.momentum.toFixed(12));
    });
    expect(momenta).toEqual([0.95, 0.9, 0.85, 0.95, 0.95]);
    const threePhase = sgd(0.5);
    const longer = new OneCycleLR(threePhase, { ...ONE, threePhase: true, baseMomentum: [0.6], maxMomentum: [0.8] });
    const after = [0, 2, 4, 7].map((epoch) => {
      longer.step(epoch);
      return threePhase.paramGroups[0]?.momentum;
    });
    expect(after).toEqual([0.8, 0.6, 0.8, 0.8]);
  });

  it("is left alone where nothing cycles it", () => {
    const optimizer = sgd(0.5);
    new OneCycleLR(optimizer, { ...ONE, cycleMomentum: false }).step(4);
    expect(optimizer.paramGroups[0]?.momentum).toBe(0.5);
  });

  it("adds nothing to the groups", () => {
    const optimizer = sgd(0.5);
    new OneCycleLR(optimizer, ONE);
    expect(Object.keys(optimizer.paramGroups[0] as object)).toEqual(["lr", "momentum", "initialLr"]);
  });
});

describe("the first beta", () => {
  it("takes momentum's place where the groups have betas", () => {
    const optimizer = adam(0.5, 0.6);
    new CyclicLR(optimizer, CYCLE).step(2);
    expect(optimizer.paramGroups.map(({ betas }) => betas)).toEqual([
      [0.8, 0.999],
      [0.8, 0.999],
    ]);
  });

  it("is found in whatever list the group has by then", () => {
    const optimizer = adam(0.5);
    const scheduler = new CyclicLR(optimizer, CYCLE);
    const before = optimizer.paramGroups[0]?.betas;
    (optimizer.paramGroups[0] as { betas: number[] }).betas = [0.1, 0.99];
    scheduler.step(2);
    expect(optimizer.paramGroups[0]?.betas).toEqual([0.8, 0.99]);
    expect(before).toEqual([0.9, 0.999]);
  });

  it("stays below 1", () => {
    const refused = (options: object) => messageOf(() => new CyclicLR(adam(0.9), { ...CYCLE, ...options }));
    expect(refused({ maxMomentum: 1 })).toBe("maxMomentum: expected below 1 for betas, received 1");
    expect(refused({ baseMomentum: [1.5] })).toBe("baseMomentum: expected below 1 for betas, received 1.5");
    new CyclicLR(sgd(0.9), { ...CYCLE, maxMomentum: 1 });
    const optimizer = adam(0.9);
    const scaleFn = (cycle: number) => (cycle < 2 ? 1 : 9);
    const scheduler = new CyclicLR(optimizer, { ...CYCLE, baseMomentum: 0.9, maxMomentum: 0.8, scaleFn });
    scheduler.step(2);
    const before = structuredClone(optimizer);
    expect(messageOf(() => scheduler.step(6))).toContain("betas[0]: expected a number below 1, received 1.69");
    expect([optimizer, scheduler.lastEpoch]).toEqual([before, 2]);
    const ends = { baseMomentum: 0.75, maxMomentum: 0.5, scaleFn: (cycle: number) => cycle };
    const doubled = new CyclicLR(adam(0.9), { ...CYCLE, ...ends });
    expect(messageOf(() => doubled.step(6))).toContain("betas[0]: expected a number below 1, received 1");
  });

  it("is called beta1 where every group has betas", () => {
    const mixed = { paramGroups: [...adam(0.9).paramGroups, ...sgd(0.9).paramGroups] };
    const programs = [adam(0.9, 0.9), sgd(0.9), mixed].map((one) => new CyclicLR(one, CYCLE).stateDict().program);
    expect(programs.map((program) => Object.keys(program))).toEqual([
      ["lr", "beta1"],
      ["lr", "momentum"],
      ["lr", "momentum"],
    ]);
    expect(mixed.paramGroups).toMatchObject([{ betas: [0.9, 0.999] }, { momentum: 0.9 }]);
  });
});

describe("an optimizer without momentum", () => {
  it.each([
    [{ lr: 0.1 }],
    [{ lr: 0.1, momentum: "0.9" }],
    [{ lr: 0.1, momentum: Number.NaN }],
    [{ lr: 0.1, betas: [] }],
  ])("is refused: %j", (group) => {
    const optimizer = { paramGroups: [{ ...group }] };
    const message = "cycleMomentum: expected false, or param groups with momentum or betas, received true";
    expect(messageOf(() => new CyclicLR(optimizer as never, CYCLE))).toBe(message);
    expect(messageOf(() => new OneCycleLR(optimizer as never, ONE))).toBe(message);
    expect(optimizer.paramGroups).toEqual([group]);
  });

  it("is refused where only one group has it", () => {
    const optimizer = { paramGroups: [{ lr: 0.1, momentum: 0.9 }, { lr: 0.1 }] };
    expect(messageOf(() => new CyclicLR(optimizer, CYCLE))).toContain("cycleMomentum");
  });

  it("cannot have its gamma above 1, which leads momentum below 0", () => {
    expect(messageOf(() => new CyclicLR(sgd(0.9), { ...CYCLE, mode: "exp_range", gamma: 1.1 }))).toBe(
      "gamma: expected at most 1, received 1.1",
    );
    new CyclicLR(sgd(0.9), { ...CYCLE, mode: "exp_range", gamma: 1.1, cycleMomentum: false });
    new CyclicLR(sgd(0.9), { ...CYCLE, gamma: 1.1 });
  });
});

describe("the state of a scheduler with momentum", () => {
  it("has both programs, and brings both back", () => {
    const optimizer = adam(0.5);
    const scheduler = new OneCycleLR(optimizer, ONE);
    scheduler.step(5);
    const state = JSON.parse(JSON.stringify(scheduler.stateDict()));
    expect(state).toMatchObject({ program: { lr: {}, beta1: {} }, bases: { lr: [0.04], beta1: [0.5] }, position: 5 });
    const fresh = adam(0.1);
    new OneCycleLR(fresh, ONE).loadStateDict(state);
    expect(fresh).toEqual(optimizer);
  });

  it("refuses another momentum", () => {
    const state = new OneCycleLR(sgd(0.9), ONE).stateDict();
    const other = new OneCycleLR(sgd(0.9), { ...ONE, maxMomentum: 0.9 });
    expect(messageOf(() => other.loadStateDict(state))).toContain("state.program.momentum.parts[0].plan.from");
    expect(messageOf(() => new OneCycleLR(adam(0.9), ONE).loadStateDict(state))).toContain("state.program");
  });
});
