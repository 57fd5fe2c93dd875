import { describe, expect, test } from "vitest";
import { parsePython } from "../../src/python/parsePython.ts";
import { isDictionary, Unknown, type Value } from "../../src/value.ts";

const PARSER = `import argparse
p = argparse.ArgumentParser()
p.add_argument("--learning-rate", "-l", type=float, default=0.1)
p.add_argument("--milestones", nargs="+", type=int, default=[30])
p.add_argument("--warm", action="store_true")
p.add_argument("--no-decay", dest="decay", action="store_false")
p.add_argument("--name")
p.add_argument("--shape", type=eval, default=None)
p.add_argument("data")
`;

const valuesOf = (words: string, names: readonly string[]): readonly Value[] => {
  const text = `${PARSER}args = p.parse_args(${words})\n${names.map((name, i) => `v${i} = args.${name}\n`).join("")}`;
  const { data } = parsePython(text);
  return names.map((_, i) => (isDictionary(data) ? (data.get(`v${i}`) ?? null) : null));
};

describe("a command line that the text writes out", () => {
  test.each<[string, readonly string[], readonly Value[]]>([
    [`["--learning-rate", "0.01"]`, ["learning_rate"], [0.01]],
    [`args=["-l", "1e-3", "--warm"]`, ["learning_rate", "warm"], [0.001, true]],
    [`"--learning-rate=0.2 --milestones 10 20".split()`, ["learning_rate", "milestones"], [0.2, [10, 20]]],
    [
      `["folder", "--milestones", "10", "20", "--no-decay"]`,
      ["data", "milestones", "decay"],
      ["folder", [10, 20], false],
    ],
    [`["--learn", "-0.5", "--name", "x y"]`, ["learning_rate", "name"], [-0.5, "x y"]],
  ])("%s", (words, names, values) => {
    expect(valuesOf(words, names)).toEqual(values);
  });

  test("leaves the others at their defaults, and what is no plain word unknown", () => {
    const [rate, shape] = valuesOf(`["--shape", "(1, 2)"]`, ["learning_rate", "shape"]);
    expect(rate).toBeInstanceOf(Unknown);
    expect(shape).toBeInstanceOf(Unknown);
  });

  test("is that of whoever runs the text where it is not written", () => {
    for (const words of ["", "None", "sys.argv[1:]"]) {
      expect(valuesOf(words, ["learning_rate"])[0]).toBeInstanceOf(Unknown);
    }
  });
});
