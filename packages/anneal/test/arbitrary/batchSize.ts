import fc from "fast-check";
import type { BatchSize } from "../../src/index.ts";

const size = fc.oneof(fc.integer({ min: 1, max: 4096 }), fc.double({ min: 0.01, max: 1e7, noNaN: true }));

/** A batch size: always the same, or ramped up and down at whole and at other steps. */
export const batchSize: fc.Arbitrary<BatchSize> = fc.oneof(
  size,
  fc
    .record({ from: size, rest: fc.array(fc.tuple(fc.integer({ min: 1, max: 8000 }), size), { maxLength: 12 }) })
    .map(({ from, rest }) => {
      let step = 0;
      const at = rest.map(([eighths]) => (step += eighths / 8));
      return { from, at, to: rest.map(([, to]) => to) };
    }),
);
