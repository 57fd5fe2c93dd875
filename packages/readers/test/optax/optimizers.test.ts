import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { read } from "../../src/read.ts";
import type { Values } from "../../src/reading.ts";

function ratesOf(code: string, values: Values = {}) {
  const readings = read(`import jax, optax\n${code}`, { values });
  return readings.map(({ program = {}, run = {}, functions = {}, needs }) => ({
    ...Object.fromEntries(
      Object.entries(program).map(([name, plan]) => {
        const curve = schedule(plan as Plan, run, { functions });
        return [name, [0, 50, 100].map((step) => +curve(step).toPrecision(12))];
      }),
    ),
    ...(needs.length > 0 && { needs: needs.map(({ name }) => name) }),
  }));
}

const shape = "shape = optax.linear_schedule(1.0, 0.0, 100)\n";

describe("what a chain scales by", () => {
  it.each([
    ["optax.chain(optax.scale_by_adam(), optax.scale_by_schedule(shape), optax.scale(-3e-4))", [3e-4, 1.5e-4, 0]],
    [
      "optax.chain(optax.chain(optax.scale_by_adam(), optax.scale(-0.1)), optax.scale_by_schedule(shape))",
      [0.1, 0.05, 0],
    ],
    ["optax.chain(optax.adam(1e-3), optax.scale_by_schedule(shape))", [1e-3, 5e-4, 0]],
    ["optax.chain(optax.adam(learning_rate=shape), optax.scale(0.5))", [0.5, 0.25, 0]],
    ["optax.chain(optax.scale_by_learning_rate(shape), optax.scale_by_schedule(shape))", [1, 0.25, 0]],
    [
      "optax.chain(optax.scale_by_adam(), optax.scale_by_schedule(lambda n: -0.1 / (1 + n)))",
      [0.1, 0.1 / 51, 0.1 / 101],
    ],
    [
      "optax.named_chain(('a', optax.scale_by_adam()), ('b', optax.scale_by_schedule(shape)), ('c', optax.scale(-2)))",
      [2, 1, 0],
    ],
    ["optax.chain(optax.scale_by_adam(), optax.scale_by_schedule(shape), optax.scale(-1))", [1, 0.5, 0]],
  ])("%s", (code, lr) => {
    expect(ratesOf(`${code.includes("shape") ? shape : ""}tx = ${code}`)).toEqual([
      { lr: lr.map((rate) => +rate.toPrecision(12)) },
    ]);
  });

  it("asks for a factor that the text does not have", () => {
    const code = `${shape}tx = optax.chain(optax.scale_by_schedule(shape), optax.scale(-args.lr))`;
    expect(ratesOf(code)).toEqual([{ needs: ["args.lr"] }]);
    expect(ratesOf(code, { "args.lr": 0.2 })).toEqual([{ lr: [0.2, 0.1, 0] }]);
  });
});

describe("what else an optimizer schedules", () => {
  const falls = [1, 0.5, 0];
  it.each([
    ["optax.inject_hyperparams(optax.adamw)(learning_rate=shape, b1=shape)", { lr: falls, beta1: falls }],
    [
      "optax.inject_hyperparams(optax.adamw)(learning_rate=0.1, weight_decay=shape)",
      { lr: [0.1, 0.1, 0.1], weightDecay: falls },
    ],
    [
      "optax.inject_hyperparams(optax.sgd)(shape, momentum=lambda n: 0.5 + 0.001 * n)",
      { lr: falls, momentum: [0.5, 0.55, 0.6] },
    ],
    [
      "optax.chain(optax.add_decayed_weights(shape), optax.scale_by_learning_rate(0.1))",
      { weightDecay: falls, lr: [0.1, 0.1, 0.1] },
    ],
  ])("%s", (code, program) => {
    expect(ratesOf(`${shape}tx = ${code}`)).toEqual([program]);
  });

  it("leaves a schedule that is the rate alone as it was", () => {
    const readings = read(`import optax\n${shape}tx = optax.chain(optax.clip(1.0), optax.adamw(learning_rate=shape))`);
    expect(readings.map(({ name }) => name)).toEqual(["linear_schedule"]);
  });
});
