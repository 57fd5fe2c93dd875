import { describe, expect, it } from "vitest";
import { type Reading, read, type Values } from "../../src/index.ts";

const OPTAX = "import optax\ntx = optax.adam(optax.cosine_decay_schedule(0.1, 1000))\n";
const only = (text: string, values: Values = {}): Reading => read(OPTAX + text, { values })[0] as Reading;
const UPDATE = "updates, state = tx.update(grads, state, params)";

describe("how long a loop trains that updates by optax", () => {
  it.each([
    ["for step in range(1000):", 1000],
    ["for epoch in range(300):", 300],
    ["for i in tqdm(range(10, 60)):", 50],
    ["N = 4\nfor it in range(N * 25):", 100],
  ])("%s", (loop, steps) => {
    expect(only(`${loop}\n    ${UPDATE}`).run).toEqual({ steps });
  });

  it.each([
    "params, state, loss = train_step(params, state, batch)",
    "state = state.apply_gradients(grads=grads)",
    "model, opt_state = make_step(model, opt_state)",
    "params = update(params, batch)",
    "updates, opt_state = optimizer.update(grads, opt_state)",
  ])("by %s", (update) => {
    expect(only(`for _ in range(8):\n    ${update}`).run).toEqual({ steps: 8 });
  });

  it("is that of both loops where both are known, else how many epochs there are", () => {
    const two = `n = 50_000 // 128\nfor epoch in range(10):\n    for i in range(n):\n        ${UPDATE}`;
    expect(only(two).run).toEqual({ steps: 3900, stepsPerEpoch: 390 });
    const { epochs, run } = only(`for epoch in range(10):\n    for batch in loader:\n        ${UPDATE}`);
    expect([epochs, run]).toEqual([10, {}]);
  });

  it("is what the text's only loop counts as steps, where no update is seen", () => {
    expect(only("total = 2000\nfor step in range(total):\n    pass").run).toEqual({ steps: 2000 });
    expect(only("for step in range(9):\n    pass\nfor x in data:\n    pass").run?.steps).toBeUndefined();
  });

  it.each([
    `for i in range(n):\n    ${UPDATE}`,
    `for i in range(5):\n    if i % 2:\n        ${UPDATE}`,
    `for i in range(5):\n    ${UPDATE}\nfor i in range(7):\n    ${UPDATE}`,
    "for i in range(5):\n    bar.update(1)\n    metrics.update(a, b)\n    log_step(i)\n    eval_step(i)",
    "for i in range(5):\n    print(schedule(i))",
    UPDATE,
  ])("is not told by %j, and not asked for", (text) => {
    const reading = only(text);
    expect([reading.run?.steps, reading.epochs, reading.needs]).toEqual([undefined, undefined, []]);
  });
});
