import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jit, numpy } from "@jax-js/jax";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cosine, linear, multiStep, noise, type Plan, schedule, sequence } from "../../../src/index.ts";
import { toJaxJs } from "../../../src/interop/write/jaxJs/index.ts";
import { ROOT } from "../../ground/workspace.ts";
import { issuesOf } from "../../issues.ts";
import { start } from "../../jax/start.ts";

const RUN = { base: 0.1, steps: 100 };

beforeAll(start);

describe("toJaxJs", () => {
  const cache = join(ROOT, "packages/anneal/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "jax-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each<[string, Plan]>([
    ["a warm-up", sequence(linear({ from: 0, to: "1x", over: 10 }), cosine({ from: "1x", to: 0.001, over: "rest" }))],
    ["levels", multiStep({ milestones: [30, 60, 90] })],
  ])("runs %s inside of jit", async (name, plan) => {
    const { code, exact, notes } = toJaxJs(plan as never, RUN as never, { name: "rate" });
    const path = join(folder, `${name.replaceAll(/\W/g, "-")}.mjs`);
    writeFileSync(path, code);
    const { rate } = (await import(/* @vite-ignore */ path)) as { rate(step: numpy.Array): numpy.Array };
    const steps = Array.from({ length: 100 }, (_, step) => step);
    const compiled = jit(rate);
    const rates = [...(await compiled(numpy.array(steps)).data())];
    compiled.dispose();
    const lr = schedule(plan, RUN);
    const off = steps.map((step) => Math.abs((rates[step] as number) - lr(step)) / (lr(step) + 0.01));
    expect(Math.max(...off)).toBeLessThan(1e-6);
    expect([exact, notes]).toEqual([true, ["jax-js computes it in float32, to 1e-6"]]);
  });

  it("asks for functions, on numbers and on arrays", () => {
    const { code, exact, notes } = toJaxJs(noise({ plan: linear({ from: 1, to: 0, over: 9 }) }), RUN);
    expect(code).toContain("traced(plan, run, numpy, { functions, traced: arrays })");
    expect(exact).toBe(false);
    expect(notes.slice(0, 2)).toEqual([
      'needs the function functions["timmNoise"](t, args)',
      'needs the function arrays["timmNoise"](t, args), the same on arrays',
    ]);
  });

  it("refuses names that the module uses", () => {
    for (const name of ["plan", "run", "numpy", "traced", "functions"]) {
      expect(issuesOf(() => toJaxJs(multiStep({ milestones: [1] }), RUN, { name }))[0]?.path).toBe("options.name");
    }
  });
});
