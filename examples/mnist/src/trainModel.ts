import { format } from "anneal";
import { WarmupMultiFactorScheduler } from "anneal/torch";
import type { Dataset } from "./data/dataset.ts";
import { createModel } from "./model.ts";
import { createOptimizer } from "./optimizer.ts";
import type { Options } from "./options.ts";
import type { Run } from "./run.ts";

/**
 * The training loop. This is the file to copy from: everything that makes a run safe against crashes is in `run`, which
 * a loop of your own can do without (then begin with epoch 0, train in your own way, and print with `console.log`).
 */
export async function trainModel(options: Options, data: Dataset, run: Run): Promise<void> {
  const { train, print } = run;

  // Set the training parameters
  const numEpochs = options.epochs; // 100
  const learningRate = options.lr; // 0.01
  const { factor, warmupEpochs, milestones, warmupLr, warmupStrategy } = options;

  // Create the model and the optimizer
  const model = createModel({ inputs: data.pixels, hidden: options.hidden, outputs: data.classes }, options.seed);
  const optimizer = createOptimizer(options.optimizer, model, { lr: learningRate, layerDecay: options.layerDecay });

  // Create the learning-rate scheduler
  const scheduler = new WarmupMultiFactorScheduler(optimizer, {
    factor, // 0.1
    warmupEpochs, // 5
    milestones, // [30, 60, 90]
    warmupLr, // 0.001
    warmupStrategy, // "linear"
  });

  // Train the model, from epoch 0 or from where an earlier run was stopped
  for (let epoch = await run.begin(model, optimizer, scheduler); epoch < numEpochs; epoch++) {
    // Update the learning rate
    scheduler.step(epoch);

    // Train the model for one epoch
    const { loss, accuracy, seconds } = await train(model, optimizer, scheduler, epoch);

    // Print the learning rate at the end of each epoch
    print(
      `Epoch: ${epoch} Learning Rate: ${format(optimizer.paramGroups[0].lr)} ` +
        `Loss: ${loss.toFixed(4)} Accuracy: ${(100 * accuracy).toFixed(2)}% Time: ${seconds.toFixed(1)}s`,
    );
  }
}
