import { describe, expect, it } from "vitest";
import { lookUp } from "../../src/document.ts";
import { json } from "../../src/notations/json.ts";
import { data } from "../data.ts";

describe("a JSON text", () => {
  it("is what JSON.parse gives", () => {
    const text = '{"a": [1, -2.5e-3, "x\\u0041\\n", true, false, null, {}], "b": {"c": []}}';
    expect(json(text).data).toEqual(data(JSON.parse(text)));
  });

  it("may be as Python writes it, and as people keep it", () => {
    const { data } = json(
      '\uFEFF// of a run\n{"a": NaN, "b": [-Infinity, Infinity,], "a": 2, "__proto__": 3, /* end */ }',
    );
    expect([...(data as Map<string, unknown>)]).toEqual([
      ["a", 2],
      ["b", [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]],
      ["__proto__", 3],
    ]);
  });

  it("has places", () => {
    const document = json('{\n  "a": [\n    1,\n    {"b": 2}\n  ]\n}');
    expect(document.place(["a", 1, "b"])).toEqual({ line: 4, column: 6 });
    expect(document.place(["a", 9])).toEqual({ line: 2, column: 3 });
    expect(document.place(["c"])).toBeUndefined();
    expect(lookUp(document.data, "toString")).toBeUndefined();
  });

  it.each([
    ["", "line 1, column 1: expected a value, received the end of the text"],
    ['{"a": 1', 'line 1, column 8: expected "," or "}", received the end of the text'],
    ["{a: 1}", 'line 1, column 2: expected a key in double quotes or "}", received "a"'],
    ['{"a" 1}', 'line 1, column 6: expected ":", received "1"'],
    ["[1 2]", 'line 1, column 4: expected "," or "]", received "2"'],
    ["[1] 2", 'line 1, column 5: expected the end of the text, received "2"'],
    ["[-]", 'line 1, column 3: expected a value, received "]"'],
    ["True", 'line 1, column 1: expected a value, received "True"'],
  ])("%s is refused with its place", (text, message) => {
    expect(() => json(text)).toThrow(message);
  });

  it("is bounded", () => {
    expect(() => json("[".repeat(10_000))).toThrow("line 1, column 66: expected at most 64 levels of nesting");
    expect(() => json(`[${"1,".repeat(1_000_001)}]`)).toThrow(/at most 1000000 values/);
  });
});
