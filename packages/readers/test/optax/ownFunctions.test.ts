import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { read } from "../../src/read.ts";

describe("the functions that optax's optimizers are given", () => {
  it("functions of the text whose parts are not known are read once they are", () => {
    const text = `import optax

def make_train(config):
    def linear_schedule(count):
        return config["LR"] * (1 - count / config["UPDATES"])

    return optax.chain(optax.clip_by_global_norm(1.0), optax.adam(learning_rate=linear_schedule, eps=1e-5))
`;
    const [asking] = read(text);
    expect(asking?.needs.map(({ name }) => name)).toEqual(['config["LR"]', 'config["UPDATES"]']);
    const [found] = read(text, { values: { 'config["LR"]': 0.5, 'config["UPDATES"]': 100 } });
    const lr = schedule(found?.program?.lr as Plan, {}, { functions: found?.functions ?? {} });
    expect(lr(50)).toBe(0.25);
  });

  it("what is a function or a number by a condition is either", () => {
    const text = `import optax

def rate_of(config):
    def linear_schedule(count):
        return 0.5 * (1 - count / 100)

    if config.decay:
        return linear_schedule
    return 0.5

tx = optax.adam(rate_of(config), eps=1e-5)
`;
    expect(read(text)[0]?.needs.map(({ name }) => name)).toEqual(["config.decay"]);
    const at50 = (decay: boolean) => {
      const [found] = read(text, { values: { "config.decay": decay } });
      return schedule(found?.program?.lr as Plan, {}, { functions: found?.functions ?? {} })(50);
    };
    expect([at50(true), at50(false)]).toEqual([0.25, 0.5]);
  });
});
