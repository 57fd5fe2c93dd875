import { describe, expect, it } from "vitest";
import { duration } from "../src/duration.ts";

describe("duration", () => {
  it.each([
    [0, "0.0s"],
    [0.44, "0.4s"],
    [9.94, "9.9s"],
    [9.96, "10s"],
    [59.4, "59s"],
    [59.6, "1m 00s"],
    [65, "1m 05s"],
    [3599.4, "59m 59s"],
    [3599.6, "1h 00m"],
    [7380, "2h 03m"],
    [360_000, "100h 00m"],
  ])("says %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
