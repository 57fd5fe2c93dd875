/**
 * brain.js, which trains by itself and calls back after each of its iterations.
 *
 * The pattern: it reads its rate from `trainOpts.learningRate` at every change of a weight, so a param group whose `lr` is
 * that field is all that is missing. The callback comes after an iteration: `step()` there writes the next one's rate.
 * `train` itself sets all of its options anew, so hand it the first rate too, which it wants above 0 and below 1.
 */
import { format, linear, Scheduler, sequence } from "anneal";
import brain from "brain.js";

const network = new brain.NeuralNetwork({ hiddenLayers: [4] }) as brain.NeuralNetwork & {
  readonly trainOpts: { learningRate: number };
};
const group = {
  get lr() {
    return network.trainOpts.learningRate;
  },
  set lr(rate) {
    network.trainOpts.learningRate = rate;
  },
};
group.lr = 0.8;
const plan = sequence(linear({ from: 0.1, to: "1x", over: 20 }), linear({ from: "1x", to: 0, over: 280 }));
const scheduler = new Scheduler({ paramGroups: [group] }, { lr: plan });

const both = [
  { input: [0, 0], output: [0] },
  { input: [0, 1], output: [0] },
  { input: [1, 0], output: [0] },
  { input: [1, 1], output: [1] },
];
network.train(both, {
  learningRate: group.lr,
  iterations: 360,
  errorThresh: 1e-9,
  callbackPeriod: 1,
  callback({ iterations, error }) {
    if (iterations % 20 === 1) {
      console.log(`Iteration: ${iterations} Learning Rate: ${format(group.lr)} Error: ${error.toFixed(9)}`);
    }
    scheduler.step();
  },
});
