import { describe, expect, it } from "vitest";
import { lookUp } from "../../src/document.ts";
import { yaml } from "../../src/notations/yaml.ts";
import { yamlDocuments } from "../../src/notations/yamlDocuments.ts";
import { Unknown } from "../../src/value.ts";

describe("a YAML text", () => {
  // What PyYAML 6.0's safe_load gives for each.
  it.each([
    ["1e-4", "1e-4"],
    ["1e4", "1e4"],
    ["1.0e4", "1.0e4"],
    ["1.0e-4", 1e-4],
    ["1.e+4", 1e4],
    [".5", 0.5],
    ["-.5", "-.5"],
    ["010", 8],
    ["08", "08"],
    ["0x10", 16],
    ["0b11", 3],
    ["1_000", 1000],
    ["1:30", 90],
    ["-1:30", -90],
    ["1:30.5", 90.5],
    ["on", true],
    ["Off", false],
    ["yes", true],
    ["y", "y"],
    ["~", null],
    ["", null],
    [".inf", Number.POSITIVE_INFINITY],
    ["-.INF", Number.NEGATIVE_INFINITY],
    [".nan", Number.NaN],
    ["'1'", "1"],
    ["!!float 1e-4", 1e-4],
    ["!!str 1", "1"],
  ])("has %s as PyYAML reads it", (text, value) => {
    expect(lookUp(yaml(`a: ${text}\n`).data, "a")).toEqual(value);
  });

  it("has anchors, merges, tags and places", () => {
    const document = yaml(
      "b: &b {x: 1, y: 2}\nd:\n  <<: *b\n  y: 3\n  y: 4\n  t: !!python/name:os.system\n__proto__: 5\n",
    );
    const merged = lookUp(document.data, "d") as ReadonlyMap<string, unknown>;
    expect([merged.get("x"), merged.get("y"), lookUp(document.data, "__proto__")]).toEqual([1, 4, 5]);
    expect(merged.get("t")).toBeInstanceOf(Unknown);
    expect(document.place(["d", "y"])).toEqual({ line: 5, column: 3 });
    expect(document.place(["d", "x"])).toEqual({ line: 3, column: 3 });
  });

  it("has the places of what is repeated, merged, or there twice", () => {
    const document = yaml(
      [
        "a: &a [x, {y: 1}]",
        "b: *a",
        "m: &m",
        "  <<: [{p: {q: 1}}, {p: 2, r: 3}]",
        "  s: {t: 4}",
        "n:",
        "  <<: *m",
        "  s: 5",
        '"k\\u0031": [[], [{z: 6}]]',
        "s: 7",
        "s: {u: 8}",
        "? w",
        ": 9",
      ].join("\n"),
    );
    const at = (...path: (string | number)[]) => {
      const place = document.place(path);
      return place && [place.line, place.column];
    };
    expect(at("b", 1, "y")).toEqual([1, 12]);
    expect([at("m", "p"), at("m", "p", "q"), at("m", "r")]).toEqual([
      [4, 3],
      [4, 13],
      [4, 3],
    ]);
    expect([at("n", "r"), at("n", "s"), at("n", "p", "q")]).toEqual([
      [7, 3],
      [8, 3],
      [4, 13],
    ]);
    expect([at("k1", 1, 0, "z"), at("s", "u"), at("w")]).toEqual([
      [9, 19],
      [11, 5],
      [12, 3],
    ]);
    expect([at("none"), at("s", "none"), at("b", "none"), at(0)]).toEqual([undefined, [11, 1], [2, 1], undefined]);
    expect(yamlDocuments("a: 1\n---\n- b: 2\n")[1]?.place([0, "b"])).toEqual({ line: 3, column: 3 });
  });

  it("may be several documents", () => {
    expect(yamlDocuments("a: 1\n---\nb: 2\n").map(({ data }) => [...(data as Map<string, unknown>)])).toEqual([
      [["a", 1]],
      [["b", 2]],
    ]);
    expect(() => yaml("a: 1\n---\nb: 2\n")).toThrow("expected one YAML document, received 2");
  });

  it("is bounded", () => {
    const bomb = ["a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]"];
    for (let i = 1; i < 12; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    expect(() => yaml(bomb.join("\n"))).toThrow(/at most 1000000 values/);
    const chain = ["a0: &a0 [1]", ...Array.from({ length: 200 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`)];
    expect(() => yaml(chain.join("\n"))).toThrow(/line \d+, column \d+: expected at most 64 levels/);
    expect(() => yaml("[".repeat(10_000))).toThrow(/^line 1, column \d+: expected YAML, received nesting/);
    expect(() => yaml("a: &a [*a]")).toThrow("line 1, column 9: expected an anchor that stands before");
    expect(() => yamlDocuments("a: 1\n---\n".repeat(1001))).toThrow(
      /^line 2002, column 1: expected YAML of at most 1000/,
    );
    expect(yamlDocuments(`a: |\n${"  ---\n".repeat(2000)}---b: 2\n`).length).toBe(1);
    expect(yamlDocuments("---\na: 1\n...\n".repeat(400)).length).toBe(400);
    expect(() => yaml("a: [1")).toThrow(/^line 1, column \d+: expected YAML/);
  });
});
