import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { cosine, type Level, Scheduler } from "../../../src/index.ts";
import { groups } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";
import { Network } from "./network.ts";
import { type Name, VARIABLES } from "./table.ts";

type Make = (typeof OPTIMIZERS)["sgd"];
const UPDATES = 12;
const FROZEN: Readonly<Record<number, readonly Name[]>> = {
  2: ["hiddenBias"],
  3: ["hiddenBias"],
  7: VARIABLES.slice(2),
  9: ["outputBias"],
};

/** A network in training: two groups under schedules of everything there is, with freezing. */
class Run {
  readonly network = new Network();
  readonly optimizer;
  readonly scheduler;

  constructor(make: Make) {
    const [a, b] = this.network.halves;
    this.optimizer = groups(
      [
        { variables: a, weightDecay: 0.1 },
        { variables: b, lr: 0.02 },
      ],
      make(0.05),
    );
    const half = cosine({ from: "1x", to: "0.5x", over: UPDATES });
    // Betas that stay again, so that what corrects the bias is a product of them and no longer a power.
    const short = (to: Level) => cosine({ from: "1x", to, over: 3 });
    const { betas, momentum } = this.optimizer.paramGroups[0];
    const others = {
      ...(betas && { beta1: short("0.5x"), beta2: short("0.99x") }),
      ...(momentum && { momentum: half }),
    };
    this.scheduler = new Scheduler(this.optimizer, { lr: half, weightDecay: half, ...others });
  }

  until(update: number): this {
    while (this.scheduler.position < update) {
      this.network.step(this.optimizer, FROZEN[this.scheduler.position] ?? []);
      this.scheduler.step();
    }
    return this;
  }

  /** Everything that a process needs to go on, as text. */
  async save(): Promise<string> {
    const weights = (await this.optimizer.getWeights()).map(({ name, tensor }) => {
      return { name, shape: tensor.shape, dtype: tensor.dtype, values: [...tensor.dataSync()] };
    });
    const variables = this.network.list.map((variable) => variable.arraySync());
    return JSON.stringify({ weights, variables, scheduler: this.scheduler.state() });
  }

  async load(text: string, schedulerFirst: boolean): Promise<this> {
    const { weights, variables, scheduler } = JSON.parse(text);
    this.network.list.forEach((variable, i) => {
      variable.assign(tf.tensor(variables[i]));
    });
    if (schedulerFirst) this.scheduler.restore(scheduler);
    await this.optimizer.setWeights(
      weights.map(
        ({ name, shape, dtype, values }: { name: string; shape: number[]; dtype: "float32"; values: number[] }) => {
          return { name, tensor: tf.tensor(values, shape, dtype) };
        },
      ),
    );
    if (!schedulerFirst) this.scheduler.restore(scheduler);
    return this;
  }
}

describe.each(NAMES)("the state of groups of %s", (name) => {
  const make = OPTIMIZERS[name] as Make;

  it("through JSON resumes to the same weights, with ===, wherever it is taken", async () => {
    const whole = new Run(make).until(UPDATES);
    for (const at of [0, 1, 3, 4, 8, 11]) {
      const text = await new Run(make).until(at).save();
      for (const schedulerFirst of [true, false]) {
        const resumed = await new Run(make).load(text, schedulerFirst);
        expect(resumed.optimizer.iterations).toBe(at);
        expect(resumed.until(UPDATES).network.weights()).toEqual(whole.network.weights());
      }
    }
  });

  // SGD keeps nothing; Adadelta of TensorFlow.js divides two averages that are always equal.
  it.skipIf(["sgd", "adadelta"].includes(name))("is needed: without it the weights are others", async () => {
    const whole = new Run(make).until(UPDATES);
    const { weights, ...others } = JSON.parse(await new Run(make).until(8).save());
    const fresh = (await new Run(make).optimizer.getWeights()).map(({ name, tensor }) => {
      return { name, shape: tensor.shape, dtype: tensor.dtype, values: [...tensor.dataSync()] };
    });
    const resumed = await new Run(make).load(JSON.stringify({ ...others, weights: fresh }), true);
    expect(resumed.until(UPDATES).network.weights()).not.toEqual(whole.network.weights());
  });

  it("is not changed by being read, and can be put back into a run that went on", async () => {
    const run = new Run(make).until(5);
    const text = await run.save();
    expect(await run.save()).toBe(text);
    const once = run.until(UPDATES).network.weights();
    const again = await run.load(text, true);
    expect(await again.save()).toBe(text);
    expect(again.until(UPDATES).network.weights()).toEqual(once);
  });
});

describe("the weights of a plain optimizer", () => {
  it.each(NAMES.filter((name) => name !== "adamax"))("of %s are taken over, whatever the groups", async (name) => {
    const make = OPTIMIZERS[name] as Make;
    const [plain, grouped] = [new Network(), new Network()];
    const bare = make(0.05);
    for (let i = 0; i < 4; i++) plain.step(bare);
    grouped.list.forEach((variable, i) => {
      variable.assign(plain.list[i] as tf.Variable);
    });
    const [a, b] = grouped.halves;
    const optimizer = groups(
      [{ variables: [b[1], a[1]] as tf.Variable[] }, { variables: [b[0], a[0]] as tf.Variable[] }],
      make(0.05),
    );
    await optimizer.setWeights(await bare.getWeights());
    expect(optimizer.iterations).toBe(4);
    for (let i = 0; i < 3; i++) {
      plain.step(bare);
      grouped.step(optimizer);
      // Adam corrects its bias by a power from then on, instead of by a product.
      grouped.weights().forEach((weight, i) => {
        expect(weight).toBeCloseTo(plain.weights()[i] as number, name === "adam" ? 5 : 12);
      });
    }
  });

  it.each(NAMES.filter((name) => name !== "adamax"))("of %s can be those that groups saved", async (name) => {
    const make = OPTIMIZERS[name] as Make;
    const [plain, grouped] = [new Network(), new Network()];
    const optimizer = groups([{ variables: grouped.halves[1] }, { variables: grouped.halves[0] }], make(0.05));
    for (let i = 0; i < 4; i++) grouped.step(optimizer);
    plain.list.forEach((variable, i) => {
      variable.assign(grouped.list[i] as tf.Variable);
    });
    const bare = make(0.05);
    await bare.setWeights((await optimizer.getWeights()) as never);
    expect(bare.iterations).toBe(4);
    for (let i = 0; i < 3; i++) {
      plain.step(bare);
      grouped.step(optimizer);
      grouped.weights().forEach((weight, i) => {
        expect(weight).toBeCloseTo(plain.weights()[i] as number, name === "adam" ? 5 : 12);
      });
    }
  });
});

it("finds its variables by their names when they were made in another order", async () => {
  const make = (...names: string[]) => {
    const variables = new Map(names.map((name, i) => [name, tf.variable(tf.zeros([2]), true, `${name}_${i + 1}`)]));
    const [a, b] = [variables.get("named/a"), variables.get("named/b")] as [tf.Variable, tf.Variable];
    const optimizer = groups([{ variables: [a] }, { variables: [b] }], tf.train.momentum(0.1, 0.5));
    const gradients = [a, b].map(({ name }, i) => ({ name, tensor: tf.fill([2], i + 1) }));
    return { a, b, step: () => optimizer.applyGradients(gradients), optimizer };
  };
  const before = make("named/a", "named/b");
  before.step();
  const after = make("named/b", "named/a");
  await after.optimizer.setWeights((await before.optimizer.getWeights()) as never);
  after.step();
  // The velocities 1 and 2 of before, halved, and the gradients.
  expect([...after.a.dataSync()]).toEqual([Math.fround(-0.15), Math.fround(-0.15)]);
  expect([...after.b.dataSync()]).toEqual([Math.fround(-0.3), Math.fround(-0.3)]);
});
