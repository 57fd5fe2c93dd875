import { describe, expect, it } from "vitest";
import { read } from "../../src/read.ts";

const RECIPE = `optimizer:
  _component_: torch.optim.AdamW
  lr: 3e-4
lr_scheduler:
  _component_: torchtune.training.lr_schedulers.get_cosine_schedule_with_warmup
  num_warmup_steps: 100
`;

const HYDRA = `optimizer:
  _target_: torch.optim.AdamW
  lr: 0.001
scheduler:
  _target_: transformers.get_linear_schedule_with_warmup
  _partial_: true
`;

const SECTION = `model:
  model_max_length: 2048
training:
  trainer_type: "TRL_SFT"
  learning_rate: 3.0e-4
  lr_scheduler_type: "cosine_with_min_lr"
  lr_scheduler_kwargs:
    min_lr: 3.0e-5
  warmup_steps: 500
  max_steps: 2000
`;

describe("transformers' functions in configurations", () => {
  it("a recipe of torchtune's asks for what the recipe counts itself", () => {
    expect(read(RECIPE)[0]?.needs.map(({ name }) => name)).toEqual(["num_training_steps"]);
    const [reading] = read(RECIPE, { values: { num_training_steps: 1000 } });
    expect(reading).toMatchObject({ framework: "transformers", problems: [], needs: [], run: { base: 3e-4 } });
    expect(reading?.program?.lr).toMatchObject({ kind: "sequence", parts: [{ over: 100 }, { over: 900 }] });
  });

  it("Hydra's instantiate is handed the counts that are not there", () => {
    const [reading] = read(HYDRA);
    expect(reading?.needs.map(({ name }) => name)).toEqual(["num_warmup_steps", "num_training_steps"]);
    expect(() => read(HYDRA.replace("linear_schedule", "nearly_schedule"))).toThrow("get_linear_schedule_with_warmup?");
  });
});

describe("the Trainer's arguments in a section", () => {
  it("are read as they are at the top", () => {
    const [reading] = read(SECTION);
    expect(reading).toMatchObject({ framework: "transformers", name: "TrainingArguments", needs: [], problems: [] });
    expect(reading?.run).toMatchObject({ base: 3e-4, steps: 2000 });
    expect(reading?.program?.lr).toMatchObject({ parts: [{ over: 500 }, { to: "0.1x", over: 1500 }] });
  });

  it("are those of the top where it has them", () => {
    const [reading] = read(`learning_rate: 1.0e-5\nlr_scheduler_type: constant\n${SECTION}`);
    expect(reading?.run?.base).toBe(1e-5);
  });
});
