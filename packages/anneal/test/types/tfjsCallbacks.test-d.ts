import { type LayersModel, type ModelFitArgs, callbacks as own, type Sequential } from "@tensorflow/tfjs-layers";
import { expectTypeOf, test } from "vitest";
import { kerasPlateau, linear, oneCycle, parsePlan } from "../../src/index.ts";
import {
  type PlateauCallback,
  plateauCallback,
  type ScheduleCallback,
  type ScheduleCallbackState,
  scheduleCallback,
} from "../../src/tfjs/index.ts";

declare const model: LayersModel;
declare const sequential: Sequential;
const plan = linear({ from: "1x", to: 0, over: "5 epochs" });

test("a schedule takes a plan, a plan with controllers, or a program", () => {
  expectTypeOf(scheduleCallback(plan, { model })).toEqualTypeOf<ScheduleCallback>();
  scheduleCallback(parsePlan({}), { model: sequential, per: "epoch", run: { steps: 5 }, nonFinite: "stop" });
  scheduleCallback({ plan, controllers: kerasPlateau({ monitor: "loss" }) }, { model, functions: {} });
  const callback = scheduleCallback(oneCycle({ peak: 1, over: "100%" }), { model });
  expectTypeOf(callback.position).toEqualTypeOf<number>();
  const state: ScheduleCallbackState = callback.state();
  scheduleCallback({ lr: plan, momentum: [plan] }, { model, state });
  scheduleCallback(plan, { model, state: null });
});

test("a plateau takes what Keras's takes, and the model", () => {
  const callback = plateauCallback({ model, monitor: "val_acc", mode: "auto", minLr: 1e-6, patience: 3 });
  expectTypeOf(callback).toEqualTypeOf<PlateauCallback>();
  plateauCallback({ model, state: callback.state() });
});

test("fit takes them, alone, in a list, and behind a class of TensorFlow.js", () => {
  const [schedule, plateau] = [scheduleCallback(plan, { model }), plateauCallback({ model })];
  const logging = { onEpochEnd: (epoch: number) => console.log(epoch) };
  const all: NonNullable<ModelFitArgs["callbacks"]>[] = [schedule, plateau, [schedule, plateau], [schedule, logging]];
  void model.fitDataset({} as never, { epochs: 2, callbacks: [own.earlyStopping(), schedule, plateau] });
  expectTypeOf(all).not.toBeAny();
});

test("what they must not take", () => {
  // @ts-expect-error no model
  scheduleCallback(plan, {});
  // @ts-expect-error no options
  scheduleCallback(plan);
  // @ts-expect-error a rate is not a plan
  scheduleCallback(0.1, { model });
  // @ts-expect-error a function is not a plan
  scheduleCallback((epoch: number) => 0.1 / epoch, { model });
  // @ts-expect-error per batch
  scheduleCallback(plan, { model, per: "batch" });
  // @ts-expect-error stepPerEpoch
  scheduleCallback(plan, { model, run: { stepPerEpoch: 5 } });
  // @ts-expect-error an optimizer is not a model
  scheduleCallback(plan, { model: model.optimizer });
  // @ts-expect-error min_lr
  plateauCallback({ model, min_lr: 0.1 });
  // @ts-expect-error the state of a schedule is not text
  scheduleCallback(plan, { model, state: "{}" });
});
