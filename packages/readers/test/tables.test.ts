import { type Plan, piecewise, schedule } from "anneal";
import { toPython } from "anneal/interop";
import { toKeras } from "anneal/interop/keras";
import { toOptax } from "anneal/interop/optax";
import { toPyTorch } from "anneal/interop/pytorch";
import { expect, test } from "vitest";
import { read } from "../src/index.ts";

const COUNT = 3000;
const at = Array.from({ length: COUNT }, (_, i) => i + 1);
const to = at.map((step) => Number((0.1 * Math.abs(Math.sin(1.37 * step)) + 1e-4).toPrecision(6)));
const plan = piecewise({ from: 0.05, at, to });
const run = { base: 0.05, steps: COUNT + 10 };

test.each(Object.entries({ toPython, toPyTorch, toOptax, toKeras }))(
  "a table of thousands of rates that %s writes is read",
  (_, write) => {
    const { code } = write(plan, run);
    expect(code.split("\n").length).toBeGreaterThan(COUNT);
    const [{ program, functions = {}, needs } = {}] = read(code, { values: { lr: 0.05 } });
    expect(needs).toEqual([]);
    const rate = schedule([program?.lr].flat()[0] as Plan, run, { functions });
    const own = schedule(plan, run);
    for (let step = 0; step < COUNT + 10; step++) {
      expect(Math.abs(rate(step) - own(step))).toBeLessThanOrEqual(1e-12 * own(step));
    }
  },
);
