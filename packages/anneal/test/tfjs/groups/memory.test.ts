import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { cosine, Scheduler } from "../../../src/index.ts";
import { groups } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";

/** Three scalars in two groups; the gradients are given, so that only the update is done. */
class Scalars {
  readonly variables = tf.tidy(() => [1, 2, 3].map((value) => tf.variable(tf.scalar(value))));
  readonly #gradients = [0.5, -1.5].map((size) =>
    this.variables.map(({ name }, i) => ({ name, tensor: tf.scalar(size + i) })),
  );

  optimizer(base: tf.Optimizer) {
    const list = [
      { variables: this.variables.slice(0, 2), lr: 0.001, weightDecay: 0.01 },
      { variables: this.variables.slice(2), lr: 0.002 },
    ];
    return groups(list, base);
  }

  /** Those of an update, from one of the variables on. */
  gradients(update: number, first = 0) {
    return (this.#gradients[update % 2] as { name: string; tensor: tf.Scalar }[]).slice(first);
  }

  dispose(): void {
    tf.dispose([...this.variables, ...this.#gradients.flat().map(({ tensor }) => tensor)]);
  }
}

describe.each(NAMES)("groups of %s", (name) => {
  const make = OPTIMIZERS[name];

  it("keep their memory over 10,000 updates with a schedule, freezing and saving", async () => {
    const scalars = new Scalars();
    const optimizer = scalars.optimizer(make(0.01));
    const down = cosine({ from: "1x", to: 0, over: 10_000 });
    const scheduler = new Scheduler(optimizer, { lr: down, weightDecay: down });
    const update = (i: number) => {
      const gradients = scalars.gradients(i, i % 7 ? 0 : 1);
      if (i % 3 === 0) tf.tidy(() => optimizer.applyGradients(gradients));
      else optimizer.applyGradients(gradients);
      scheduler.step();
    };
    for (let i = 0; i < 20; i++) update(i);
    await optimizer.getWeights();
    const before = tf.memory();
    for (let i = 20; i < 10_000; i++) {
      update(i);
      if (i % 1000 === 0) await optimizer.setWeights(await optimizer.getWeights());
    }
    expect(optimizer.iterations).toBe(10_000);
    expect(tf.memory()).toEqual(before);
    expect(scalars.variables.every((variable) => Number.isFinite(variable.dataSync()[0]))).toBe(true);
  });

  it("give everything back, when they are disposed and the variables are", async () => {
    const before = tf.memory();
    const scalars = new Scalars();
    const optimizer = scalars.optimizer(make(0.01));
    optimizer.applyGradients(scalars.gradients(0, 1));
    optimizer.applyGradients(scalars.gradients(1));
    await optimizer.setWeights(await optimizer.getWeights());
    Object.assign(optimizer.paramGroups[0], { lr: 0.5, weightDecay: 0.5 });
    optimizer.applyGradients(scalars.gradients(2));
    optimizer.dispose();
    optimizer.dispose();
    scalars.dispose();
    expect(tf.memory()).toEqual(before);
  });

  it("that were disposed refuse to go on, say so, and take writes without effect", async () => {
    const scalars = new Scalars();
    const optimizer = scalars.optimizer(make(0.01));
    optimizer.applyGradients(scalars.gradients(0));
    const weights = await optimizer.getWeights();
    optimizer.dispose();
    const before = tf.memory();
    const message = 'optimizer: expected an optimizer that is not disposed, received "disposed"';
    expect(() => optimizer.applyGradients(scalars.gradients(0))).toThrow(message);
    await expect(optimizer.getWeights()).rejects.toThrow(message);
    await expect(optimizer.setWeights(weights)).rejects.toThrow(message);
    optimizer.paramGroups[0].lr = 0.5;
    expect(optimizer.paramGroups[0].lr).toBe(0.5);
    expect(tf.memory()).toEqual(before);
  });

  it("work when they are made, updated and split inside a tidy", () => {
    const scalars = new Scalars();
    const optimizer = tf.tidy(
      () => scalars.optimizer(make(0.01)) as unknown as tf.TensorContainer,
    ) as unknown as tf.Optimizer;
    tf.tidy(() => optimizer.applyGradients(scalars.gradients(0)));
    tf.tidy(() => optimizer.applyGradients(scalars.gradients(1, 1)));
    optimizer.applyGradients(scalars.gradients(0));
    expect(scalars.variables.map((variable) => Number.isFinite(variable.dataSync()[0]))).toEqual([true, true, true]);
  });
});
