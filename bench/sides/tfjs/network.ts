import { randomUniform, ready, setBackend, slice, type Tensor, tidy } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { initializers, layers, type Sequential, sequential } from "@tensorflow/tfjs-layers";

export const BATCH = 32;
/** Updates of one stretch, between which the sides take turns. */
export const UPDATES = 50;

await setBackend("wasm");
await ready();

/** Data for one stretch: images of the size of the example's digits, and a score to learn for each class. */
export const DATA: { readonly xs: Tensor; readonly ys: Tensor } = {
  xs: randomUniform([BATCH * UPDATES, 784], 0, 1, "float32", 1),
  ys: randomUniform([BATCH * UPDATES, 10], 0, 1, "float32", 2),
};

/** The batches of the same data. */
export const BATCHES: readonly (readonly [Tensor, Tensor])[] = Array.from({ length: UPDATES }, (_, i) => {
  return tidy(() => [slice(DATA.xs, i * BATCH, BATCH), slice(DATA.ys, i * BATCH, BATCH)] as const);
});

/** A network of several fully connected layers, as the article's; each call gives the same one. */
export function network(): Sequential {
  const model = sequential();
  for (const [i, units] of [128, 64, 10].entries()) {
    const kernelInitializer = initializers.heNormal({ seed: i + 1 });
    const input = i === 0 ? { inputShape: [784] } : {};
    model.add(layers.dense({ ...input, units, activation: i < 2 ? "relu" : "linear", kernelInitializer }));
  }
  return model;
}
