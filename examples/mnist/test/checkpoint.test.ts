import { join } from "node:path";
import { tidy } from "@tensorflow/tfjs-core";
import { WarmupMultiFactorScheduler } from "anneal/torch";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../src/backend.ts";
import { imagesTensor } from "../src/batches.ts";
import { readCheckpoint, restoreCheckpoint, saveCheckpoint, type Trained } from "../src/checkpoint.ts";
import { readArray } from "../src/floatArray.ts";
import { createModel, parameters } from "../src/model.ts";
import { createOptimizer } from "../src/optimizer.ts";
import { trainStep } from "../src/trainStep.ts";
import { scratchFolder } from "./support/smallDigits.ts";

beforeAll(startBackend);

function fresh(seed: number): Trained {
  const model = createModel({ inputs: 4, hidden: [3], outputs: 2 }, seed);
  const optimizer = createOptimizer("adam", model, { lr: 0.01 });
  return {
    model,
    optimizer,
    optimizerName: "adam",
    scheduler: new WarmupMultiFactorScheduler(optimizer, { milestones: [30], warmupEpochs: 5 }),
  };
}

function step({ model, optimizer }: Trained): void {
  const images = () => imagesTensor(Float32Array.from([255, 0, 9, 20]), 1, 4);
  tidy(() =>
    trainStep(model, optimizer, { images: images(), labels: imagesTensor(Float32Array.from([255, 0]), 1, 2), size: 1 }),
  );
}

describe("a checkpoint", () => {
  it.each([0.1 + 0.2, Number.NaN, Number.POSITIVE_INFINITY, 5e-324])(
    "brings back everything, with a loss of %d",
    async (lossSum) => {
      const path = join(scratchFolder(), "checkpoint.bin");
      const trained = fresh(1);
      trained.scheduler.step(2.5);
      step(trained);
      const place = { epoch: 2, step: 9, lossSum, seconds: 1.25, random: [-1, 2, 3, 4] };
      const state = { config: { "--seed": 1 }, epochs: 3, place, logLength: 5, timingsLength: 6 };
      await saveCheckpoint(path, state, trained);

      const checkpoint = readCheckpoint(path) ?? expect.fail();
      expect(checkpoint).toMatchObject(state);
      const other = fresh(2);
      await restoreCheckpoint(checkpoint, other);
      expect(parameters(other.model).map(readArray)).toEqual(parameters(trained.model).map(readArray));
      expect(other.scheduler.stateDict()).toEqual(trained.scheduler.stateDict());
      expect(other.optimizer.paramGroups[0].lr).toBe(0.0055);
      step(trained);
      step(other);
      expect(parameters(other.model).map(readArray)).toEqual(parameters(trained.model).map(readArray));
    },
  );

  it("is undefined where there is none", () => {
    expect(readCheckpoint(join(scratchFolder(), "checkpoint.bin"))).toBeUndefined();
  });
});
