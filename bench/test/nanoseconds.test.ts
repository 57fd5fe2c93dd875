import { describe, expect, it } from "vitest";
import { nanoseconds } from "../harness/nanoseconds.ts";

describe("nanoseconds", () => {
  it("is the time of one of the calls that a loop makes", () => {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const wait = () => {
      Atomics.wait(gate, 0, 0, 2);
      return 7;
    };
    const { nanoseconds: time, check } = nanoseconds(1000, wait);
    expect(check).toBe(7);
    expect(time).toBeGreaterThan(1900);
    expect(time).toBeLessThan(20_000);
  });
});
