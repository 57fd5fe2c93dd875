import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { linear, Scheduler } from "../../../src/index.ts";
import { groups, paramGroups } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";
import { Network } from "./network.ts";

const times = (count: number, act: () => void) => Array.from({ length: count }, act);

/** The weights after some updates by the optimizer that is made for the network. */
function trained(make: (network: Network) => tf.Optimizer, updates = 5): number[] {
  const network = new Network();
  const optimizer = make(network);
  times(updates, () => network.step(optimizer));
  return network.weights();
}

describe.each(NAMES)("groups of %s", (name) => {
  const make = OPTIMIZERS[name];

  it("that are all alike train as the bare optimizer, to the last bit", () => {
    const bare = trained(() => make(0.05));
    expect(trained(({ list }) => groups([{ variables: list }], make(0.05)))).toEqual(bare);
    const two = ({ halves: [a, b] }: Network) => groups([{ variables: a }, { variables: b, lr: 0.05 }], make(0.05));
    expect(trained(two)).toEqual(bare);
    expect(bare).not.toEqual(trained(() => make(0.04)));
  });

  it("train as one optimizer for each of them that gets the same gradients", () => {
    const apart = new Network();
    const [first, second] = [make(0.05), make(0.02)];
    times(5, () => {
      const { value, grads } = first.computeGradients(apart.loss, apart.list);
      const of = (list: tf.Variable[]) => list.map(({ name }) => ({ name, tensor: grads[name] as tf.Tensor }));
      first.applyGradients(of(apart.halves[0]));
      second.applyGradients(of(apart.halves[1]));
      tf.dispose([value, grads]);
    });
    const together = ({ halves: [a, b] }: Network) =>
      groups([{ variables: a }, { variables: b, lr: "0.4x" }], make(0.05));
    expect(trained(together)).toEqual(apart.weights());
  });

  it("take gradients by name, in any order, as a list and as an object", () => {
    const network = (asList: boolean) => (one: Network) => {
      const optimizer = groups([{ variables: one.halves[0] }, { variables: one.halves[1], lr: 0.1 }], make(0.05));
      optimizer.minimize = (loss) => {
        const { value, grads } = optimizer.computeGradients(loss as () => tf.Scalar, one.list);
        const list = Object.entries(grads).map(([name, tensor]) => ({ name, tensor }));
        optimizer.applyGradients((asList ? list.reverse() : grads) as tf.NamedTensorMap as never);
        return value;
      };
      return optimizer;
    };
    expect(trained(network(true))).toEqual(trained(network(false)));
    const plain = (one: Network) =>
      groups([{ variables: one.halves[0] }, { variables: one.halves[1], lr: 0.1 }], make(0.05));
    expect(trained(network(true))).toEqual(trained(plain));
  });

  it("lose the weight decay before the update, the others nothing", () => {
    const decayed = trained(
      ({ halves: [a, b] }) => groups([{ variables: a, weightDecay: 0.5 }, { variables: b }], make(0.05)),
      1,
    );
    const plain = trained(() => make(0.05), 1);
    const start = new Network();
    const inFirst = start.halves[0].reduce((sum, { size }) => sum + size, 0);
    start.weights().forEach((weight, i) => {
      expect(decayed[i]).toBeCloseTo((plain[i] as number) - (i < inFirst ? 0.05 * 0.5 * weight : 0), 6);
    });
    expect(decayed.slice(0, inFirst)).not.toEqual(plain.slice(0, inFirst));
  });

  it("count their updates, and give the loss when asked to", () => {
    const network = new Network();
    const optimizer = groups([{ variables: network.list }], make(0.05));
    expect(optimizer.iterations).toBe(0);
    const loss = optimizer.minimize(network.loss, true) as tf.Scalar;
    expect(loss.dataSync()[0]).toBeCloseTo(1.8300726, 5);
    expect(optimizer.minimize(network.loss)).toBeNull();
    expect(optimizer.iterations).toBe(2);
  });

  it("are what TensorFlow.js takes for an optimizer, under the name of the base", () => {
    const optimizer = groups([{ variables: new Network().list }], make(0.05));
    expect(optimizer instanceof tf.Optimizer).toBe(true);
    expect(optimizer.getClassName()).toBe(make(0.05).getClassName());
    expect(optimizer.getConfig()).toMatchObject(make(0.05).getConfig());
  });
});

describe("the param groups", () => {
  const variables = () => new Network().halves;

  it("show what each has, the base optimizer's where nothing is said", () => {
    const [a, b] = variables();
    const adam = groups(
      [
        { variables: a, lr: "0.1x", weightDecay: 0.01 },
        { variables: b, betas: [0.5, 0.6] },
      ],
      tf.train.adam(0.02),
    );
    expect(JSON.parse(JSON.stringify(adam.paramGroups))).toEqual([
      { lr: 0.002, betas: [0.9, 0.999], weightDecay: 0.01, variables: a.map(({ name }) => name) },
      { lr: 0.02, betas: [0.5, 0.6], weightDecay: 0, variables: b.map(({ name }) => name) },
    ]);
    const momentum = groups([{ variables: a }, { variables: b, momentum: 0.5, lr: 1 }], tf.train.momentum(0.1, 0.9));
    expect(momentum.paramGroups.map((group) => [group.lr, group.momentum, group.betas])).toEqual([
      [0.1, 0.9, undefined],
      [1, 0.5, undefined],
    ]);
  });

  it("change what the next update uses, each for itself", () => {
    const write = ({ halves: [a, b] }: Network) => {
      const optimizer = groups(
        [
          { variables: a, lr: 0.9 },
          { variables: b, lr: 0.9 },
        ],
        tf.train.momentum(1, 0.1),
      );
      Object.assign(optimizer.paramGroups[0], { lr: 0.05, momentum: 0.9 });
      Object.assign(optimizer.paramGroups[1] as object, { lr: 0.02, momentum: 0.5, weightDecay: 0.1 });
      return optimizer;
    };
    const built = ({ halves: [a, b] }: Network) => {
      const first = { variables: a, lr: 0.05, momentum: 0.9 };
      return groups([first, { variables: b, lr: 0.02, momentum: 0.5, weightDecay: 0.1 }], tf.train.momentum(1, 0.1));
    };
    expect(trained(write)).toEqual(trained(built));
  });

  it("of Adam change their betas with the bias corrected, as a bare Adam's do", () => {
    const changed = (make: (network: Network) => tf.Optimizer) => {
      const network = new Network();
      const optimizer = make(network);
      times(3, () => network.step(optimizer));
      (paramGroups(optimizer).paramGroups[0].betas as number[])[0] = 0.5;
      network.step(optimizer);
      return network.weights();
    };
    const grouped = changed(({ list }) => groups([{ variables: list }], tf.train.adam(0.05)));
    expect(grouped).toEqual(changed(() => tf.train.adam(0.05)));
    expect(grouped).not.toEqual(trained(() => tf.train.adam(0.05), 4));
  });

  it("are driven by a Scheduler, each from its own base, and its plans may differ", () => {
    const [a, b] = variables();
    const optimizer = groups(
      [
        { variables: a, lr: 0.1, weightDecay: 0.2 },
        { variables: b, lr: 0.01 },
      ],
      tf.train.adam(1),
    );
    const down = linear({ from: "1x", to: 0, over: 10 });
    const scheduler = new Scheduler(optimizer, {
      lr: [down, linear({ from: "1x", to: "0.5x", over: 10 })],
      weightDecay: down,
    });
    scheduler.seek(5);
    expect(optimizer.paramGroups.map(({ lr, weightDecay }) => [lr, weightDecay])).toEqual([
      [0.05, 0.1],
      [0.0075, 0],
    ]);
  });

  it("are what paramGroups gives of such an optimizer", () => {
    const optimizer = groups([{ variables: new Network().list }], tf.train.sgd(1));
    expect(paramGroups(optimizer)).toBe(optimizer);
  });
});
