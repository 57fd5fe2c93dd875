import { clamp, constant, type Plan, product, sequence, shift, sum } from "../../src/index.ts";
import { expectSame } from "../near.ts";
import { endOf, restOf } from "../reference/corners.ts";
import { lengthOf } from "../reference/length.ts";
import { nodesOf } from "../trees.ts";
import type { Read } from "./read.ts";

const one = constant({ value: 1 });
const nothing = constant({ value: 0 });

/** A plan is the same inside of another that changes nothing about it, and what changes it does so exactly. */
export function wrapped({ plan, run, build, steps, curve }: Read): void {
  const is = (law: string, other: Plan, expected: (value: number) => number = (value) => value) => {
    const lr = build(other);
    expectSame(law, steps, steps.map(lr), curve.map(expected));
    const first = steps[1] as number;
    const filled = lr.fill(new Float64Array(40), first);
    const each = Array.from(filled, (_, i) => first + i);
    expectSame(`fill of ${law}`, each, filled, each.map(build(plan)).map(expected));
  };
  is("the product with 1", product(plan, one));
  is("the product of one", product(plan));
  is("half of it", product(plan, constant({ value: 0.5 })), (value) => value * 0.5);
  is("the sum with 0", sum(plan, nothing));
  is("the sum with itself", sum(plan, plan), (value) => Math.min(2 * value, Number.MAX_VALUE));
  is("clamped to nothing", clamp({ plan }));
  is("shifted by 0", shift({ plan, by: 0 }));
  const [min, max] = [curve.length / 3, (2 * curve.length) / 3].map((i) => curve[Math.floor(i)] as number);
  const between = [Math.min(min as number, max as number), Math.max(min as number, max as number)] as const;
  is("clamped", clamp({ plan, min: between[0], max: between[1] }), (value) =>
    Math.min(Math.max(value, between[0]), between[1]),
  );
  // A product lasts as long as its first factor: in a sequence "rest" is that for the others too, and where they go on
  // after it the sequence holds what was reached.
  const length = lengthOf(plan, run);
  if (length >= 0 && nodesOf(plan).some((node) => "over" in node && node.over === "rest")) return;
  const end = endOf(plan, run);
  const inside = steps.filter((step) => !(end < restOf(plan, run)) || step < end);
  for (const part of [plan, { plan, clock: "global" } as const]) {
    expectSame("alone in a sequence", inside, inside.map(build(sequence(part))), curve);
  }
}
