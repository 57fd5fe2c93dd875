import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { cosine, linear, Scheduler } from "../../../src/index.ts";
import { groups } from "../../../src/tfjs/index.ts";
import { Network } from "./network.ts";
import { type Name, TABLE, type TorchCase } from "./table.ts";

const STEPS = 50;
const PLANS = {
  linear: linear({ from: "1x", to: "0.1x", over: STEPS }),
  cosine: cosine({ from: "1x", to: 0, over: STEPS }),
};

/** The optimizer of TensorFlow.js that is PyTorch's of the case. */
function baseOf({ optimizer, options }: TorchCase): tf.Optimizer {
  if (optimizer !== "SGD") return tf.train.adam(1, 0.9, 0.999, options.eps);
  return options.momentum === undefined ? tf.train.sgd(1) : tf.train.momentum(1, options.momentum, options.nesterov);
}

function train(one: TorchCase): number[] {
  const network = new Network();
  const list = one.groups.map(({ lr, momentum, betas, weight_decay, decoupled }, i) => ({
    variables: network.halves[i] as tf.Variable[],
    lr,
    ...(momentum === undefined ? {} : { momentum }),
    ...(betas === undefined ? {} : { betas }),
    weightDecay: weight_decay ?? decoupled ?? 0,
  }));
  const optimizer = groups(list, baseOf(one));
  const scheduler = new Scheduler(optimizer, { lr: TABLE.curves.map((name) => PLANS[name]) });
  return one.losses.map((_, step) => {
    const frozen = Object.entries(one.frozen).filter(([, [start, end]]) => start <= step && step < end);
    const loss = network.step(
      optimizer,
      frozen.map(([name]) => name as Name),
    );
    scheduler.step();
    return loss;
  });
}

/** The greatest relative difference. */
function apart(actual: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, i) => Math.abs((actual[i] as number) / value - 1)));
}

describe("two groups under schedules train as in PyTorch", () => {
  it.each(
    TABLE.updates.map((one) => [`${one.optimizer} ${JSON.stringify({ ...one, losses: undefined })}`, one] as const),
  )("%s", (_, one) => {
    expect(one.losses).toHaveLength(STEPS);
    expect(apart(train(one), one.losses)).toBeLessThan(1e-4);
  });

  it("and what is different there is told apart", () => {
    const [adamW] = TABLE.updates.filter(({ optimizer, frozen }) => optimizer === "AdamW" && "outputWeight" in frozen);
    const other = (change: object) => train({ ...(adamW as TorchCase), ...change });
    const { groups: list, losses } = adamW as TorchCase;
    expect(apart(other({ frozen: {} }), losses)).toBeGreaterThan(1e-3);
    expect(apart(other({ groups: list.map((group) => ({ ...group, weight_decay: 0 })) }), losses)).toBeGreaterThan(
      1e-3,
    );
    expect(apart(other({ groups: list.map((group) => ({ ...group, lr: 0.01 })) }), losses)).toBeGreaterThan(1e-3);
  });
});
