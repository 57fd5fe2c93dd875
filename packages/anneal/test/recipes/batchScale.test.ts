import { describe, expect, it } from "vitest";
import { batchScale, constant, cosine, linear, type Plan, schedule, sequence } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { laws } from "../laws.ts";

const fall = cosine({ from: "1x", to: 0, over: 100 });

describe("batchScale", () => {
  it("multiplies a plan by the ratio of the batch sizes, and shows it", () => {
    const plan = batchScale({ plan: fall, batch: 2048, reference: 256 });
    expect(plan).toEqual({ kind: "product", factors: [fall, { kind: "constant", value: 8 }] });
    const [scaled, plain] = [schedule(plan, { base: 0.1 }), schedule(fall, { base: 0.1 })];
    for (const step of [0, 1, 50, 99, 100]) expect(scaled(step)).toBe(plain(step) * 8);
  });

  it("is linear unless it is told otherwise", () => {
    const sizes = { batch: 1024, reference: 64 };
    expect(batchScale({ ...sizes }).factors[1]).toEqual(constant({ value: 16 }));
    expect(batchScale({ ...sizes, rule: "linear" }).factors[1]).toEqual(constant({ value: 16 }));
    expect(batchScale({ ...sizes, rule: "sqrt" }).factors[1]).toEqual(constant({ value: 4 }));
  });

  it("may scale down", () => {
    expect(schedule(batchScale({ batch: 64, reference: 256 }), { base: 0.1 })(7)).toBe(0.025);
  });

  it("is timm's and detectron2's factor, unrounded", () => {
    // timm: lr_base * (global_batch_size / lr_base_size) ** 0.5; detectron2: BASE_LR * (workers / old workers).
    expect(batchScale({ batch: 3 * 8 * 24, reference: 256, rule: "sqrt" }).factors[1]).toEqual(
      constant({ value: (576 / 256) ** 0.5 }),
    );
    expect(batchScale({ batch: 3, reference: 8 }).factors[1]).toEqual(constant({ value: 3 / 8 }));
  });

  it("without a plan is the base rate, scaled", () => {
    expect(batchScale({ batch: 512, reference: 256 }).factors[0]).toEqual(constant({ value: "1x" }));
    expect(schedule(batchScale({ batch: 512, reference: 256 }), { base: 0.1 })(3)).toBe(0.2);
  });

  it("lasts as long as its plan", () => {
    const plan = batchScale({ plan: linear({ from: 0, to: 0.1, over: 10 }), batch: 2, reference: 1 });
    expect(schedule(sequence(plan, constant({ value: "last" })))(11)).toBe(0.2);
  });

  it("obeys the laws of every plan", () => {
    laws(batchScale({ plan: fall, batch: 320, reference: 256 }), { base: 0.1 });
    laws(batchScale({ batch: 100, reference: 256, rule: "sqrt" }), { base: 0.1 });
  });

  const NUMBER = "a finite number above 0";
  it.each<[unknown, string]>([
    [{ batch: 0, reference: 256 }, `batch: expected ${NUMBER}, received 0`],
    [{ reference: 256 }, `batch: expected ${NUMBER}, received undefined`],
    [{ batch: 1, reference: -1 }, `reference: expected ${NUMBER}, received -1`],
    [{ batch: 1, reference: "256" }, `reference: expected ${NUMBER}, received "256"`],
    [{ batch: 1, reference: 1, rule: "root" }, 'rule: expected one of linear, sqrt, received "root"'],
    [{ batch: 1, reference: 1, scale: 2 }, 'expected one of batch, reference, rule, plan, received "scale"'],
    [undefined, "expected an object with batch, reference, rule, plan, received undefined"],
  ])("refuses %j", (options, message) => {
    expect(messageOf(() => batchScale(options as never))).toBe(message);
  });

  it("leaves a wrong plan to the check of the whole", () => {
    const plan = batchScale({ plan: { kind: "linaer" } as never, batch: 2, reference: 1 });
    expect(messageOf(() => schedule(plan as Plan))).toMatch(/^factors\[0\]\.kind: expected one of .*"linear"/);
  });
});
