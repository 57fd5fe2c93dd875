import { describe, expect, it } from "vitest";
import { hyperparameterOf } from "../../src/logs/columns/hyperparameterOf.ts";
import { stepOf } from "../../src/logs/columns/stepOf.ts";

describe("a column's name says its hyperparameter", () => {
  it.each([
    ["lr", "lr", undefined],
    ["LR", "lr", undefined],
    ["learning_rate", "lr", undefined],
    ["Learning Rate", "lr", undefined],
    ["learning-rate", "lr", undefined],
    ["train/learning_rate", "lr", undefined],
    ["charts/learning_rate", "lr", undefined],
    ["learning/current_learning_rate", "lr", undefined],
    ["lr-AdamW", "lr", undefined],
    ["lr-AdamW/pg1", "lr", 1],
    ["lr-SGD-1/pg2", "lr", 2],
    ["lr-SGD-momentum", "momentum", undefined],
    ["lr-AdamW/pg2-momentum", "momentum", 2],
    ["lr-AdamW-weight_decay", "weightDecay", undefined],
    ["optimizer/lr/group_0", "lr", 0],
    ["lr/pg2", "lr", 2],
    ["lr_0", "lr", 0],
    ["lr1", "lr", 1],
    ["param_groups.1.lr", "lr", 1],
    ["param_groups[3].lr", "lr", 3],
    ["epoch_learning_rate", "lr", undefined],
    ["train_lr", "lr", undefined],
    ["actor_lr", "lr", undefined],
    ["lr_backbone", "lr", undefined],
    ["lr/backbone", "lr", undefined],
    ["eager-sunset-12 - train/learning_rate", "lr", undefined],
    ["momentum", "momentum", undefined],
    ["train/momentum", "momentum", undefined],
    ["beta1", "beta1", undefined],
    ["betas.0", undefined, undefined],
    ["adam_beta1", "beta1", undefined],
    ["weight_decay", "weightDecay", undefined],
  ])("%s", (name, key, number) => {
    const found = hyperparameterOf(name);
    expect([found?.key, found?.number]).toEqual([key, number]);
  });

  it.each(
    "base_lr min_lr eta_min max_learning_rate lr_scheduler lr_scheduler_type lr_decay initial_lr learning-rate_vs_samples train/loss clr color rate step epoch val_accuracy x__MIN train/lr__MAX num_train_epochs grad_norm __proto__ constructor".split(
      " ",
    ),
  )("%s is none", (name) => {
    expect(hyperparameterOf(name)).toBeUndefined();
  });
});

describe("a column's name says what it counts", () => {
  it.each([
    ["step", "update"],
    ["Step", "update"],
    ["_step", "update"],
    ["global_step", "update"],
    ["train/global_step", "update"],
    ["trainer/global_step", "update"],
    ["iter", "update"],
    ["iteration", "update"],
    ["num_updates", "update"],
    ["train_num_updates", "update"],
    ["epoch", "epoch"],
    ["train/epoch", "epoch"],
  ])("%s: %s", (name, clock) => {
    expect(stepOf(name)?.clock).toBe(clock);
  });

  it.each(["eval/step", "val/global_step", "steps_per_second", "epoch_loss", "time", "warmup_steps", "__proto__"])(
    "%s: nothing",
    (name) => {
      expect(stepOf(name)).toBeUndefined();
    },
  );

  it("takes the trainer's own count before that of what draws it", () => {
    const rank = (name: string) => stepOf(name)?.rank ?? Number.NaN;
    expect(rank("train/global_step")).toBeLessThan(rank("step"));
    expect(rank("step")).toBeLessThan(rank("_step"));
  });
});
