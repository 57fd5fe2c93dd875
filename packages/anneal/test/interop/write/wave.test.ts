import { describe, expect, it } from "vitest";
import { cosine, cosineWave, linear, type Plan, sequence } from "../../../src/index.ts";
import { toKeras } from "../../../src/interop/write/keras/index.ts";
import { toMegatron } from "../../../src/interop/write/megatron/index.ts";
import { toMMEngine } from "../../../src/interop/write/mmEngine/index.ts";
import { toOptax } from "../../../src/interop/write/optax/index.ts";
import { toPyTorch } from "../../../src/interop/write/pytorch/index.ts";

/** What PyTorch's LinearLR and CosineAnnealingLR in a SequentialLR are read as: the wave would rise again. */
const warmed = (curve: Plan): Plan => sequence(linear({ from: "0.01x", to: "1x", over: 100 }), curve);
const WAVE = cosineWave({ from: "1x", to: "0.1x", over: 900 });
const COSINE = cosine({ from: "1x", to: "0.1x", over: 900 });

const WRITERS = { toKeras, toMegatron, toMMEngine, toOptax, toPyTorch } as const;

const written = (write: unknown, plan: Plan, steps: number) =>
  (write as typeof toMegatron)(plan as never, { base: 0.1, steps } as never);

describe("a cosine wave in a run that ends before it turns", () => {
  it.each(Object.entries(WRITERS))("is written by %s as a cosine", (_, write) => {
    for (const steps of [600, 1000]) {
      expect(written(write, warmed(WAVE), steps)).toEqual(written(write, warmed(COSINE), steps));
    }
    // The last of these is the lowest step.
    expect(written(write, warmed(WAVE), 1001).exact).toBe(written(write, warmed(COSINE), 1001).exact);
  });

  it("has flags of Megatron-LM", () => {
    const { exact, code } = toMegatron(warmed(WAVE), { base: 0.1, steps: 1000 });
    expect(exact).toBe(true);
    expect(code.replaceAll(" \\\n", " ")).toBe(
      "--lr 0.1 --min-lr 0.01 --lr-warmup-iters 100 --lr-warmup-init 1e-3 --lr-decay-style cosine --lr-decay-iters 1000\n",
    );
  });

  it("has none where the run goes on, or does not say where it ends", () => {
    for (const run of [{ base: 0.1, steps: 1002 }, { base: 0.1 }]) {
      const { exact, notes } = toMegatron(warmed(WAVE), run);
      expect({ exact, told: notes.at(-1) }).toEqual({
        exact: false,
        told: "this is from step 0 a linear curve, from step 100 a cosineWave curve",
      });
    }
  });
});
