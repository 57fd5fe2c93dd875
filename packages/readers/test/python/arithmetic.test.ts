import fc from "fast-check";
import { expect, test } from "vitest";
import { held } from "./told.ts";

interface Tree {
  readonly text: string;
  readonly value: number;
}

/** Python's `a - b * floor(a / b)`, for whole numbers. */
const floored = (a: number, b: number) => Math.floor(a / b);

const leaf: fc.Arbitrary<Tree> = fc.integer({ min: -50, max: 50 }).map((value) => ({ text: `(${value})`, value }));

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/", "//", "%", "<", "if", "min", "neg"), tie("tree"))
      .map(([a, sign, b]) => {
        switch (sign) {
          case "+":
            return { text: `(${a.text} + ${b.text})`, value: a.value + b.value };
          case "-":
            return { text: `(${a.text} - ${b.text})`, value: a.value - b.value };
          case "*":
            return { text: `(${a.text} * ${b.text})`, value: a.value * b.value };
          case "/":
            return { text: `(${a.text} / 4)`, value: a.value / 4 };
          case "//":
            return { text: `(round(${a.text}) // 7)`, value: floored(half(a.value), 7) };
          case "%":
            return { text: `(round(${a.text}) % -7)`, value: half(a.value) - -7 * floored(half(a.value), -7) };
          case "<":
            return { text: `int(${a.text} < ${b.text})`, value: Number(a.value < b.value) };
          case "if":
            return { text: `(${a.text} if ${b.text} else 3)`, value: b.value ? a.value : 3 };
          case "min":
            return { text: `min(${a.text}, ${b.text})`, value: Math.min(a.value, b.value) };
        }
        return { text: `(-${a.text})`, value: -a.value };
      }),
  ),
}));

/** To the nearest whole number, halves to even. */
function half(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

test("expressions are computed as Python computes them", () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      expect((held(`v = ${text}\n`) as number) + 0).toBe(value + 0);
    }),
    { numRuns: 500 },
  );
});
