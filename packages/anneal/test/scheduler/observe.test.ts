import { describe, expect, it } from "vitest";
import { constant, greedy, linear, piecewise, plateau, Scheduler } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { recordedOptimizer } from "../recorder.ts";

const held = constant({ value: "1x" });
const halving = plateau({ patience: 0, factor: 0.5 });

describe("a program with controllers", () => {
  it("has rates that are the plan's times every controller's scale", () => {
    const optimizer = { paramGroups: [{ lr: 8 }, { lr: 4 }] };
    const plan = linear({ from: "1x", to: 0, over: 8 });
    const quartering = plateau({ patience: 1, factor: 0.25 });
    const scheduler = new Scheduler(optimizer, { lr: { plan, controllers: [halving, quartering] } });
    const seen: number[][] = [];
    for (const metric of [1, 1, 1, 1]) {
      scheduler.step();
      scheduler.observe(metric);
      seen.push(optimizer.paramGroups.map(({ lr }) => lr));
      expect(scheduler.rates()).toEqual({ lr: seen.at(-1) });
    }
    const scales = [1, 0.5, 0.25 * 0.25, 0.125 * 0.25];
    expect(seen).toEqual(scales.map((scale, i) => [8 * (1 - (i + 1) / 8) * scale, 4 * (1 - (i + 1) / 8) * scale]));
    scheduler.step();
    expect(optimizer.paramGroups[0]?.lr).toBe(3 * 0.125 * 0.25);
  });

  it("may have plans for each group, no controllers at all, and several hyperparameters", () => {
    const optimizer = { paramGroups: [{ lr: 1, momentum: 0.8, betas: [0.5, 0.9] }] };
    const program = {
      lr: { plan: [held], controllers: [] },
      momentum: { plan: held },
      beta1: { plan: held, controllers: halving },
      beta2: held,
    };
    const scheduler = new Scheduler(optimizer, program);
    for (const metric of [1, 1]) scheduler.observe(metric);
    expect(scheduler.rates()).toEqual({ lr: [1], momentum: [0.8], beta1: [0.25], beta2: [0.9] });
    expect(optimizer.paramGroups[0]?.betas).toEqual([0.25, 0.9]);
    expect(scheduler.state().program).toStrictEqual(program);
    expect(scheduler.state().controllers).toEqual({ beta1: [expect.objectContaining({ epoch: 2, scales: [0.5] })] });
  });

  it("lets a second controller see the rates that the first one left", () => {
    const low = plateau({ patience: 0, factor: 0.5, minRate: 0.375 });
    const optimizer = { paramGroups: [{ lr: 1 }] };
    const scheduler = new Scheduler(optimizer, { lr: { plan: held, controllers: [halving, low] } });
    scheduler.observe(1);
    expect(scheduler.observe(1).map(({ from, to }) => [from, to])).toEqual([
      [[1], [0.5]],
      [[0.5], [0.375]],
    ]);
  });
});

describe("observe", () => {
  it("writes at once, only what changed, and tells what was decided", () => {
    const { optimizer, writes } = recordedOptimizer(1, 0.5);
    const controllers = plateau({ patience: 0, factor: 0.5, minRate: [0, 0.5] });
    const scheduler = new Scheduler(optimizer, { lr: { plan: held, controllers } });
    scheduler.seek(41);
    expect([scheduler.observe(0.25), writes]).toEqual([[], []]);
    expect(scheduler.observe(0.25)).toEqual([
      {
        key: "lr",
        position: 41,
        epoch: 2,
        metric: 0.25,
        reason: "1 bad epoch",
        from: [1, 0.5],
        to: [0.5, 0.5],
        text: "epoch 2: 1 bad epoch, ×0.5, ×1",
      },
    ]);
    expect([writes, scheduler.position]).toEqual([[0.5], 41]);
  });

  it("tells as PyTorch's users count: epochs from 1, and how many were bad", () => {
    const plan = constant({ value: 0.1 });
    const driven = { plan, controllers: plateau({ patience: 2, factor: 0.5 }) };
    const scheduler = new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: driven });
    const told = Array.from({ length: 41 }, (_, i) => scheduler.observe(Math.max(40 - i, 3)));
    expect(told.flat().map(({ text }) => text)).toEqual(["epoch 41: 3 bad epochs, ×0.5"]);
  });

  it("has no number for a metric that JSON has none for", () => {
    const scheduler = new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: { plan: held, controllers: halving } });
    const [decision] = scheduler.observe(Number.NaN);
    expect(decision?.metric).toBe(null);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });

  it("tells what the scale was multiplied by where the plan is at 0", () => {
    const group = { lr: 1 };
    const plan = linear({ from: 0, to: "1x", over: 1 });
    const controllers = plateau({ patience: 0, factor: 0.25, eps: 0 });
    const scheduler = new Scheduler({ paramGroups: [group] }, { lr: { plan, controllers } });
    const told = [1, 1, 1].flatMap((metric) => scheduler.observe(metric));
    expect(told.map(({ from, to, text }) => [from, to, text])).toEqual([
      [[0], [0], "epoch 2: 1 bad epoch, ×0.25"],
      [[0], [0], "epoch 3: 1 bad epoch, ×0.25"],
    ]);
    scheduler.step();
    expect(group.lr).toBe(0.0625);
  });

  it.each([{}, { minRate: 0.5 }])("tells nothing of a cut that is not made: %j", (fields) => {
    const controllers = plateau({ patience: 0, ...fields });
    const plan = piecewise({ from: 0, at: [3], to: [0.5 * 1.5] });
    const scheduler = new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: { plan, controllers } });
    expect([1, 1, 1].flatMap((metric) => scheduler.observe(metric))).toEqual([]);
    expect(scheduler.state().controllers.lr).toMatchObject([{ epoch: 3, bad: 0, scales: [1] }]);
    scheduler.seek(3);
    expect(scheduler.observe(1)).toHaveLength(1);
    if ("minRate" in fields) expect(scheduler.observe(1)).toEqual([]);
  });

  it("names few ratios of many groups", () => {
    const paramGroups = Array.from({ length: 9 }, (_, i) => ({ lr: 1 + i / 10 }));
    const controllers = plateau({ patience: 0, factor: 0.5, minRate: 0.75 });
    const scheduler = new Scheduler({ paramGroups }, { lr: { plan: held, controllers } });
    scheduler.observe(1);
    const [decision] = scheduler.observe(1);
    expect(decision?.text).toBe("epoch 2: 1 bad epoch, ×0.75, ×0.681818181818, ×0.625, …");
    expect(decision?.to).toHaveLength(9);
  });

  it("names three ratios whole", () => {
    const paramGroups = [1, 1.25, 2].map((lr) => ({ lr }));
    const controllers = plateau({ patience: 0, factor: 0.5, minRate: 0.75 });
    const scheduler = new Scheduler({ paramGroups }, { lr: { plan: held, controllers } });
    scheduler.observe(1);
    expect(scheduler.observe(1)[0]?.text).toBe("epoch 2: 1 bad epoch, ×0.75, ×0.6, ×0.5");
  });

  it("does nothing in a program without controllers", () => {
    const scheduler = new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: held });
    expect([scheduler.observe(1), scheduler.observe({ loss: 1 })]).toEqual([[], []]);
  });

  it("keeps nothing of what it told", () => {
    const scheduler = new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: { plan: held, controllers: halving } });
    const size = () => JSON.stringify(scheduler.state()).replace(/[\d.e-]/g, "").length;
    scheduler.observe(1);
    const before = size();
    for (let i = 0; i < 100; i++) scheduler.observe(1);
    expect(size()).toBe(before);
  });
});

describe("metrics by name", () => {
  const optimizer = () => ({ paramGroups: [{ lr: 1 }] });
  const loss = plateau({ monitor: "loss", patience: 0, factor: 0.5 });
  const accuracy = plateau({ monitor: "accuracy", mode: "max", patience: 0, factor: 0.1 });

  it("reach the controllers that monitor them; a number reaches all", () => {
    const scheduler = new Scheduler(optimizer(), { lr: { plan: held, controllers: [loss, accuracy, halving] } });
    scheduler.observe({ loss: 2, accuracy: 1, other: 5 });
    expect(scheduler.observe({ loss: 2 }).map(({ text }) => text)).toEqual(["epoch 2: 1 bad epoch, ×0.5"]);
    expect(scheduler.observe({ accuracy: 2 })).toEqual([]);
    const epochs = () => scheduler.state().controllers.lr?.map(({ epoch }) => epoch);
    expect(epochs()).toEqual([2, 2, 0]);
    scheduler.observe(5);
    expect(epochs()).toEqual([3, 3, 1]);
  });

  it.each<[unknown, string]>([
    [{}, "metric: expected a number, or an object with loss or accuracy, received [object]"],
    [{ lost: 1, toString: 1 }, "metric: expected a number, or an object with loss or accuracy, received [object]"],
    [{ loss: "1" }, 'metric.loss: expected a number, received "1"'],
    [{ loss: null }, "metric.loss: expected a number, received null"],
    ["1", 'metric: expected a number, received "1"'],
    [undefined, "metric: expected a number, received undefined"],
    [[1], "metric: expected a number, received a list of 1"],
  ])("%j is refused and changes nothing", (metric, message) => {
    const scheduler = new Scheduler(optimizer(), { lr: { plan: held, controllers: [halving, loss, accuracy] } });
    scheduler.observe(1);
    const before = JSON.stringify(scheduler.state());
    expect(messageOf(() => scheduler.observe(metric as never))).toBe(message);
    expect(JSON.stringify(scheduler.state())).toBe(before);
  });

  it("are refused where no controller knows a name", () => {
    const scheduler = new Scheduler(optimizer(), { lr: { plan: held, controllers: halving } });
    const message = "metric: expected a number, received [object]";
    expect(messageOf(() => scheduler.observe({ loss: 1 }))).toBe(message);
  });
});

describe("what a program with controllers must be", () => {
  const of = (lr: unknown) => messageOf(() => new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: lr as never }));

  it.each<[unknown, string]>([
    [
      { plan: { kind: "constant" }, controllers: halving },
      'lr.plan.value: expected a level (0.01, "0.1x") from 0, received undefined',
    ],
    [{ plan: [held, held] }, "lr.plan: expected 1 plans, one for each param group, received a list of 2"],
    [
      { plan: [{ ...held, over: -1 }] },
      'lr.plan[0].over: expected a time (5, "5 epochs", "5%", "5 tokens") from 0, received -1',
    ],
    [
      { plan: held, controller: halving },
      'lr: expected one of plan, controllers (did you mean "controllers"?), received "controller"',
    ],
  ])("%j", (lr, message) => {
    expect(of(lr)).toBe(message);
  });

  it("needs a plan", () => {
    expect(of({ controllers: [] })).toBe("lr.plan: expected a plan, received undefined");
  });

  it("tells what is wrong with plans and controllers at once", () => {
    const wrong = { plan: { ...held, value: -1 }, controllers: [plateau({ factor: 2 })] };
    expect(of(wrong).split("\n")).toHaveLength(2);
  });

  it("has no controller on a beta that could raise it to 1", () => {
    const optimizer = { paramGroups: [{ lr: 1, betas: [0.9, 0.99] }] };
    const message =
      'beta1.controllers[1].kind: expected a controller that never raises a value below 1, received "greedy"';
    const beta1 = { plan: held, controllers: [halving, greedy()] };
    expect(messageOf(() => new Scheduler(optimizer, { beta1 }))).toBe(message);
  });

  it("is copied, so that what becomes of the given objects does not matter", () => {
    const minRate = [0.5];
    const given = { plan: { ...held }, controllers: [{ kind: "plateau" as const, patience: 0, factor: 0.1, minRate }] };
    const scheduler = new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: given });
    const program = scheduler.state().program;
    minRate[0] = 0;
    given.controllers.length = 0;
    expect(program).toEqual({
      lr: { plan: held, controllers: [{ kind: "plateau", patience: 0, factor: 0.1, minRate: [0.5] }] },
    });
    scheduler.observe(1);
    scheduler.observe(1);
    expect(scheduler.rates()).toEqual({ lr: [0.5] });
  });
});

describe("groups that come and go under controllers", () => {
  const driven = (minRate: number | number[] = 0) => ({
    lr: {
      plan: piecewise({ from: "1x", at: [9], to: ["0.5x"] }),
      controllers: plateau({ patience: 0, factor: 0.5, minRate }),
    },
  });

  it("keep their scales, and a new one starts at that of the last", () => {
    const optimizer = { paramGroups: [{ lr: 1 }, { lr: 2 }] };
    const scheduler = new Scheduler(optimizer, driven([0.75, 0]));
    for (let i = 0; i < 3; i++) scheduler.observe(1);
    expect(scheduler.rates()).toEqual({ lr: [0.75, 0.5] });
    optimizer.paramGroups.reverse();
    scheduler.step();
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.5, 0.75]);
    optimizer.paramGroups[0] = { lr: 8 };
    scheduler.step();
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([6, 0.75]);
  });

  it("are bound when a metric comes, and written at the next step", () => {
    const optimizer = { paramGroups: [{ lr: 1 }] };
    const scheduler = new Scheduler(optimizer, driven());
    scheduler.observe(1);
    optimizer.paramGroups.push({ lr: 4 });
    scheduler.observe(1);
    expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual([0.5, 2]);
  });

  it("cannot be more than a list of minRate has", () => {
    const optimizer = { paramGroups: [{ lr: 1 }] };
    const scheduler = new Scheduler(optimizer, driven([0.5]));
    optimizer.paramGroups.push({ lr: 4 });
    const message = "lr.controllers.minRate: expected one number, or 2, one for each param group, received a list of 1";
    expect(messageOf(() => scheduler.step())).toBe(message);
    expect([scheduler.position, optimizer.paramGroups[1]]).toEqual([0, { lr: 4 }]);
  });
});
