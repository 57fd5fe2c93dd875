import { describe, expect, it } from "vitest";
import { schedule } from "../../src/index.ts";
import { ConstantLR, ExponentialLR, LinearLR, PolynomialLR } from "../../src/torch/index.ts";
import { at, optimizerOf, walk, walked } from "./walk.ts";

describe("ConstantLR", () => {
  it("multiplies by a third for 5 epochs unless told otherwise", () => {
    const optimizer = optimizerOf(0.3);
    expect(walked(optimizer, new ConstantLR(optimizer), 6)).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 0.3]);
  });

  it("gives the base back exactly, from totalIters on", () => {
    const optimizer = optimizerOf(0.7);
    expect(walk(optimizer, new ConstantLR(optimizer, { factor: 0.5, totalIters: 2 }), 3)).toEqual([
      0.35, 0.35, 0.7, 0.7,
    ]);
  });

  it("may end within an epoch", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new ConstantLR(optimizer, { factor: 0.5, totalIters: 2.5 });
    expect(at(optimizer, scheduler, [2, 2.25, 2.5, 3])).toEqual([0.5, 0.5, 1, 1]);
  });

  it("of no length changes nothing", () => {
    const optimizer = optimizerOf(0.7);
    expect(walk(optimizer, new ConstantLR(optimizer, { factor: 0.5, totalIters: 0 }), 2)).toEqual([0.7, 0.7, 0.7]);
  });
});

describe("LinearLR", () => {
  it("goes from a third to the base in 5 epochs unless told otherwise", () => {
    const optimizer = optimizerOf(3);
    expect(walked(optimizer, new LinearLR(optimizer), 6)).toEqual([1, 1.4, 1.8, 2.2, 2.6, 3, 3]);
  });

  it("goes from one factor to the other", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new LinearLR(optimizer, { startFactor: 0.5, endFactor: 0.25, totalIters: 4 });
    expect(walk(optimizer, scheduler, 5)).toEqual([0.5, 0.4375, 0.375, 0.3125, 0.25, 0.25]);
  });

  it("of no length is at its end", () => {
    const optimizer = optimizerOf(1);
    expect(walk(optimizer, new LinearLR(optimizer, { startFactor: 0.5, totalIters: 0 }), 1)).toEqual([1, 1]);
  });
});

describe("ExponentialLR", () => {
  it("multiplies every epoch, and between epochs too", () => {
    const optimizer = optimizerOf(8);
    const scheduler = new ExponentialLR(optimizer, { gamma: 0.25 });
    expect(walk(optimizer, scheduler, 3)).toEqual([8, 2, 0.5, 0.125]);
    expect(at(optimizer, scheduler, [0.5, 1.5])).toEqual([4, 1]);
  });

  it("may grow, or be nothing from epoch 1 on", () => {
    const optimizer = optimizerOf(1);
    expect(walk(optimizer, new ExponentialLR(optimizer, { gamma: 2 }), 3)).toEqual([1, 2, 4, 8]);
    const other = optimizerOf(1);
    expect(walk(other, new ExponentialLR(other, { gamma: 0 }), 2)).toEqual([1, 0, 0]);
  });
});

describe("PolynomialLR", () => {
  it("goes to 0 along a power, and stays there", () => {
    const optimizer = optimizerOf(1);
    const scheduler = new PolynomialLR(optimizer, { totalIters: 4, power: 2 });
    expect(walk(optimizer, scheduler, 5)).toEqual([1, 0.5625, 0.25, 0.0625, 0, 0]);
  });

  it("is a line over 5 epochs unless told otherwise", () => {
    const optimizer = optimizerOf(1);
    expect(walked(optimizer, new PolynomialLR(optimizer), 6)).toEqual([1, 0.8, 0.6, 0.4, 0.2, 0, 0]);
  });
});

describe("a factor's plan", () => {
  it("is what it does to any base rate", () => {
    const optimizer = optimizerOf(0.3);
    const { plan } = new LinearLR(optimizer, { startFactor: 0.1, totalIters: 10 });
    expect(plan).toEqual({ kind: "linear", from: "0.1x", to: "1x", over: 10 });
    const lr = schedule(plan as Exclude<typeof plan, readonly unknown[]>, { base: 0.3 });
    const again = new LinearLR(optimizerOf(0.3), { startFactor: 0.1, totalIters: 10 });
    expect([0, 3, 10].map((epoch) => lr(epoch))).toEqual(
      [0, 3, 10].map((epoch) => {
        again.step(epoch);
        return again.getLastLr()[0];
      }),
    );
  });
});
