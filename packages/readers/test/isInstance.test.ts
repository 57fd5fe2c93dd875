import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { read } from "../src/read.ts";

const own = (test: string, values: string): string => `import torch
from torch.optim.lr_scheduler import LambdaLR


def factor(warm):
    if ${test}:
        return lambda step: min(1, (step + 1) / 2)
    return lambda step: min(1, (step + 1) / 4)


optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
scheduler = LambdaLR(optimizer, factor(${values}))
`;

const at0 = (text: string): number | undefined => {
  const [reading] = read(text);
  if (!reading?.program || reading.needs.length > 0) return undefined;
  return schedule(reading.program.lr as Plan, reading.run ?? {}, { functions: reading.functions ?? {} })(0);
};

describe("isinstance", () => {
  it.each([
    ["isinstance(warm, str)", "'yes'", 0.5],
    ["isinstance(warm, str)", "None", 0.25],
    ["isinstance(warm, list)", "3", 0.25],
    ["isinstance(warm, (list, tuple))", "[3, 4]", 0.5],
    ["isinstance(warm, (int, float))", "3", 0.5],
    ["isinstance(warm, (int, str))", "'3'", 0.5],
    ["isinstance(warm, dict)", "{'a': 1}", 0.5],
    ["not isinstance(warm, (str, dict))", "0.5", 0.5],
    ["isinstance(warm, bool)", "True", 0.5],
  ])("%s of %s", (test, value, rate) => {
    expect(at0(own(test, value))).toBe(rate);
  });

  it.each([
    // Numbers and sequences are of one kind here.
    ["isinstance(warm, int)", "3"],
    ["isinstance(warm, float)", "3"],
    ["isinstance(warm, list)", "(3, 4)"],
    ["isinstance(warm, Path)", "'yes'"],
    ["isinstance(warm, str)", "unknown_name"],
  ])("%s of %s is not guessed", (test, value) => {
    expect(at0(own(test, value))).toBeUndefined();
  });
});
