import type { Piece } from "../../../piece.ts";
import { decimal } from "../../print/shortest.ts";
import { list } from "../python/call.ts";
import { factorOf, ratio } from "../stretches.ts";
import type { Child } from "./curve.ts";

/** The scheduler of PyTorch's that holds one level, until a step or for ever. */
export function level({ start, value }: Piece, end: number | undefined, base: number): Child {
  const factor = ratio(value, base);
  const means = { kind: "constant", value: base * factor } as const;
  // ConstantLR goes back to the optimizer's own rate at its end.
  if (factor === 1) return { name: "ConstantLR", args: { factor: decimal(factor) }, means };
  if (factor > 1 || factor === 0 || end === undefined) {
    return { name: "LambdaLR", args: { lr_lambda: `lambda _: ${decimal(factor)}` }, means };
  }
  return { name: "ConstantLR", args: { factor: decimal(factor), total_iters: end - start }, means };
}

/** The scheduler of PyTorch's that goes down several levels from the optimizer's own rate, until a step. */
export function levels(all: readonly Piece[], end: number, base: number): Child | undefined {
  const values = all.map(({ value }) => value);
  const gamma = factorOf(values);
  if (all.length < 2 || gamma === undefined || ratio(values[0] as number, base) !== 1) return;
  const [{ start }, ...later] = all as [Piece, ...Piece[]];
  const milestones = later.map((one) => one.start - start);
  const [every = 0] = milestones;
  const isEven = milestones.length > 1 && milestones.every((at, i) => at === every * (i + 1));
  if (isEven && end - start <= every * all.length) {
    const means = { kind: "exponential", from: base, factor: gamma, every, staircase: true } as const;
    return { name: "StepLR", args: { step_size: every, gamma }, means };
  }
  const to = milestones.map((_, i) => base * gamma ** (i + 1));
  const means = { kind: "piecewise", from: base, at: milestones, to } as const;
  return { name: "MultiStepLR", args: { milestones: list(milestones), gamma }, means };
}
