import { describe, expect, it } from "vitest";
import { FlagReader } from "../src/flagReader.ts";

describe("FlagReader", () => {
  it("finds a flag under commander's name for it", () => {
    expect(new FlagReader({ batchSize: "32" }).whole("batch-size", 1)).toBe(32);
    expect(new FlagReader({ batchSize: "32" }).given("batch-size")).toBe(true);
    expect(new FlagReader({}).given("batch-size")).toBe(false);
  });

  it("reads numbers as people write them, and nothing that only JavaScript takes for one", () => {
    for (const text of ["1", "-1", "+1", "1.", ".5", "1e-3", "1E3", " 2 "]) {
      const read = new FlagReader({ x: text });
      expect(read.number("x")).toBe(Number(text));
      expect(read.issues).toEqual([]);
    }
    for (const text of ["", " ", "0x1", "0b1", "1_000", "1,5", "Infinity", "NaN", "1e999", "one", "--2"]) {
      const read = new FlagReader({ x: text });
      read.number("x");
      expect(read.issues).toMatchObject([{ path: "--x", expected: "a number" }]);
    }
  });

  it("keeps a long text short in the message", () => {
    const read = new FlagReader({ x: "a".repeat(10_000) });
    read.number("x");
    expect(read.issues[0]?.received).toBe(`"${"a".repeat(60)}…"`);
  });
});
