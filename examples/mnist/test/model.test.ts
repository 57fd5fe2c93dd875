import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../src/backend.ts";
import { readArray, sha256 } from "../src/floatArray.ts";
import { createModel, parameters } from "../src/model.ts";

beforeAll(startBackend);

const weightsOf = (seed: number) =>
  sha256(parameters(createModel({ inputs: 20, hidden: [6, 5], outputs: 3 }, seed)).map(readArray));

describe("createModel", () => {
  it("makes fully connected layers of the asked sizes", () => {
    const model = createModel({ inputs: 20, hidden: [6, 5], outputs: 3 }, 0);
    expect(parameters(model).map(({ shape }) => shape)).toEqual([[20, 6], [6], [6, 5], [5], [5, 3], [3]]);
  });

  it("draws the first weights from the seed, seed 0 included, and from nothing else", () => {
    expect(weightsOf(0)).toBe(weightsOf(0));
    expect(new Set([0, 1, 2, 2 ** 31 - 1].map(weightsOf)).size).toBe(4);
  });

  it("gives layers of one shape different weights", () => {
    const [first, , second] = parameters(createModel({ inputs: 4, hidden: [4], outputs: 4 }, 0)).map(readArray);
    expect(first?.values).not.toEqual(second?.values);
  });
});
