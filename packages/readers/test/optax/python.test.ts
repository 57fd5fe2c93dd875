import { schedule } from "anneal";
import { expect, it } from "vitest";
import { optax } from "../../src/optax/optax.ts";
import { parsePython } from "../../src/python/parsePython.ts";
import { readAs } from "../../src/read.ts";

it("reads what a text joins, with functions and dictionaries of its own", () => {
  const readings = readAs(
    optax,
    parsePython(`
import optax
from optax import schedules as sched

warmup = 4
joined = optax.join_schedules(
    schedules=[optax.linear_schedule(0.0, 1.0, warmup), lambda step: 8 * 0.5 ** step],
    boundaries=[warmup],
)
drops = sched.piecewise_constant_schedule(1.0, {1_000: 0.5, 2 * 1000: 0.1})
cycles = optax.sgdr_schedule([dict(init_value=0, peak_value=peak, warmup_steps=2, decay_steps=4) for peak in (1, 0.5)])
tx = optax.inject_hyperparams(optax.adamw)(learning_rate=joined)
`),
    {},
  );
  const rates = readings.map(({ program, functions = {} }) =>
    [0, 2, 4, 6, 1000, 2000].map(schedule(program?.lr as never, {}, { functions })),
  );
  expect(readings.map(({ name, unit }) => [name, unit])).toEqual([
    ["join_schedules", "update"],
    ["piecewise_constant_schedule", "update"],
    ["sgdr_schedule", "update"],
  ]);
  expect(rates).toEqual([
    [0, 0.5, 8, 2, 8 * 0.5 ** 996, 0],
    [1, 1, 1, 1, 0.5, 0.05],
    [0, 1, 0, 0.5, 0, 0],
  ]);
});
