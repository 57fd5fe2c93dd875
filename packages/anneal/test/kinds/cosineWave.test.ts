import { describe, expect, it } from "vitest";
import { constant, cosine, cosineWave, schedule, sequence } from "../../src/index.ts";
import { laws } from "../laws.ts";
import { expectNear } from "../near.ts";
import { pathsOf, refusesBadFields } from "./badFields.ts";

const near = (values: readonly number[]) => values.map((value) => ({ value, scale: 0.1 }));

describe("cosineWave", () => {
  it.each([
    [cosineWave({ from: 0.1, to: 0, over: 10 }), {}],
    [cosineWave({ from: 0, to: 0.1, over: 7.25 }), {}],
    [cosineWave({ from: "1x", to: "0.1x", over: "2 epochs" }), { base: 0.07, stepsPerEpoch: 13 }],
    [cosineWave({ from: "1x", to: 1e-6, over: "rest" }), { base: 3e-4, steps: 1000 }],
    [cosineWave({ from: 0.3, to: 0.3, over: 1 }), {}],
  ])("obeys the laws: %j in %j", laws);

  it.each([
    [{ from: 0.1, to: 0.01, over: 4 }, [0.1, 0.08681980515339464, 0.055, 0.023180194846605363, 0.01]],
    [{ from: 0.1, to: 0, over: 3 }, [0.1, 0.075, 0.025, 0]],
  ])("is PyTorch's CosineAnnealingLR, also after T_max: %j", (fields, half) => {
    const wave = [...half, ...half.slice(0, -1).reverse(), ...half.slice(1)];
    const steps = wave.map((_, t) => t);
    expectNear(steps, schedule(cosineWave(fields)), near(wave));
  });

  it("is a half wave as long as it goes down, to the last bit", () => {
    const fields = { from: 0.1, to: 0.003, over: 1000 };
    const [wave, half] = [cosineWave(fields), cosine(fields)].map((plan) => schedule(plan));
    for (let t = 0; t <= 1000; t++) expect(wave?.(t)).toBe(half?.(t));
  });

  it("loses no digit after a million turns", () => {
    const lr = schedule(cosineWave({ from: 0, to: 1, over: 3 }));
    for (const t of [0, 1, 2, 3, 4, 5, 0.25]) expect(lr(6e6 + t), `step 6e6 + ${t}`).toBe(lr(t));
    const small = schedule(cosineWave({ from: 0, to: 1, over: 1e6 }));
    expectNear([1, 2e6 - 1, 2e6 + 1], small, new Array(3).fill({ value: (Math.PI / 2e6) ** 2, scale: 0 }));
  });

  it("never ends, so that only until can", () => {
    const wave = cosineWave({ from: 1, to: 0, over: 4 });
    expect(pathsOf(sequence(wave, constant({ value: 1 })))).toEqual(["parts[0]"]);
    const lr = schedule(sequence({ plan: wave, until: 6 }, constant({ value: "last" })));
    expectNear([5, 6, 7], lr, near([(1 - Math.SQRT1_2) / 2, 0.5, 0.5]));
  });

  it("refuses what is wrong in its fields", () => {
    const wave = cosineWave({ from: 1, to: 0, over: 4 });
    refusesBadFields(wave);
    expect(pathsOf({ ...wave, from: -1, over: 0 })).toEqual(["from", "over"]);
    expect(pathsOf({ ...wave, to: "last" })).toEqual(["to"]);
    expect(pathsOf({ ...wave, over: -1 })).toEqual(["over"]);
    expect(pathsOf({ ...wave, over: "rest" }, {})).toEqual(["over"]);
    expect(pathsOf({ ...wave, inclusive: true })).toEqual([""]);
  });
});
