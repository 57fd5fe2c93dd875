import { describe, expect, it } from "vitest";
import { readOptions } from "../options.ts";

const KNOWN = ["at", "step", "fill"];
const read = (...args: string[]) => readOptions(args, KNOWN);

describe("readOptions", () => {
  it("measures everything, five times, when nothing is said", () => {
    expect(read()).toEqual({ help: false, json: false, check: false, runs: 5, epochs: 10, names: KNOWN });
  });

  it("measures what is named, in the report's order", () => {
    expect(read("fill", "at", "--runs", "3", "--json", "--check")).toMatchObject({
      names: ["at", "fill"],
      runs: 3,
      json: true,
      check: true,
    });
  });

  it.each([
    [["fil"], 'measurement: expected one of at, step, fill, received "fil"'],
    [["--runs", "0"], '--runs: expected a whole number from 1, received "0"'],
    [["--runs", "2.5"], '--runs: expected a whole number from 1, received "2.5"'],
    [["--epochs", "many"], '--epochs: expected a whole number from 1, received "many"'],
    [["--jsn"], "Unknown option '--jsn'"],
  ])("refuses %j", (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });
});
