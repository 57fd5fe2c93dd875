import { toComposer, toKeras, toOptax, toPyTorch, toPython, toTimm } from "anneal/interop";
import { it } from "vitest";
import { read } from "../../src/index.ts";

it("x", () => {
  const plan = {
    kind: "piecewise",
    from: 0.0007720880086279926,
    at: [1, 2, 3, 4, 5, 6, 7, 8],
    to: [
      0.00015441760172559853, 0.000046325280517679555, 0.000018530112207071824, 0.000009265056103535912,
      0.000005559033662121547, 0.000003891323563485083, 0.0000031130588507880662, 0.0000028017529657092596,
    ],
  } as any;
  const run = { base: 0.0007720880086279926, steps: 10 };
  const { code } = toPyTorch(plan, run);
  console.log(code);
  console.log(JSON.stringify(read(code, { from: "torch", values: { lr: 1 } }), null, 1));
  const p2 = {
    kind: "clamp",
    plan: {
      kind: "sequence",
      parts: [
        { kind: "constant", value: 0.05655598516238466, over: 0 },
        { kind: "exponential", from: 0.05655598516238466, factor: 1.2105187257482746, every: 57, staircase: false },
      ],
    },
    min: 0,
  } as any;
  console.log(toKeras(p2, { steps: 228 }).code, toOptax(p2, { steps: 228 }).code, toOptax(plan, run).code);
});
