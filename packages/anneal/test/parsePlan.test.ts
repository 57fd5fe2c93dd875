import { describe, expect, it } from "vitest";
import { linear, type Plan, parsePlan, schedule } from "../src/index.ts";
import { messageOf } from "./issues.ts";

const KINDS = [
  "constant, linear, cosine, polynomial, geometric, exponential, piecewise, clamp, clock, cosineWave, custom",
  "logarithmic, powerLaw, product, repeat, shift, sum, tanh, sequence",
].join(", ");
const LINE = { kind: "linear", from: 0, to: 1, over: 10 };
const TIME = 'a time (5, "5 epochs", "5%", "5 tokens") from 0';
const LEVEL = 'a level (0.01, "0.1x") from 0';

describe("parsePlan", () => {
  it("reads the saved form, with its version or without", () => {
    expect(parsePlan({ version: 1, ...LINE })).toEqual(LINE);
    expect(parsePlan(LINE)).toEqual(LINE);
    expect(parsePlan(JSON.parse(JSON.stringify(schedule(linear({ from: 0, to: 1, over: 10 })))))).toEqual(LINE);
  });

  it("gives a copy, so that what it was given may change afterwards", () => {
    const saved = { kind: "piecewise", from: 1, at: [5], to: [0.5] };
    const plan = parsePlan(saved);
    saved.at[0] = 7;
    expect(plan).toEqual({ kind: "piecewise", from: 1, at: [5], to: [0.5] });
  });

  it.each<[string, unknown, string]>([
    ["a number", 5, "expected a plan, received 5"],
    ["null", null, "expected a plan, received null"],
    ["a list", [LINE], "expected a plan, received a list of 1"],
    ["no kind", {}, `kind: expected one of ${KINDS}, received undefined`],
    ["a kind that is no text", { kind: 5 }, `kind: expected one of ${KINDS}, received 5`],
    ["an unknown kind", { kind: "sawtooth" }, `kind: expected one of ${KINDS}, received "sawtooth"`],
    ["a typo", { kind: "linaer" }, `kind: expected one of ${KINDS} (did you mean "linear"?), received "linaer"`],
    [
      "missing fields",
      { kind: "linear" },
      `from: expected ${LEVEL}, received undefined\nto: expected ${LEVEL}, received undefined\nover: expected ${TIME}, received undefined`,
    ],
    [
      "an unknown field",
      { ...LINE, form: 1 },
      'expected one of kind, from, to, over, inclusive (did you mean "from"?), received "form"',
    ],
    ["a negative level", { ...LINE, from: -1 }, `from: expected ${LEVEL}, received -1`],
    ["a number as text", { ...LINE, from: "1" }, `from: expected ${LEVEL}, received "1"`],
    ["a level without a number", { ...LINE, to: "NaNx" }, `to: expected ${LEVEL}, received "NaNx"`],
    ["a level that is NaN", { ...LINE, to: Number.NaN }, `to: expected ${LEVEL}, received NaN`],
    ["a level that is infinite", { ...LINE, to: JSON.parse("1e999") }, `to: expected ${LEVEL}, received Infinity`],
    ["a level that is a time", { ...LINE, to: "5 epochs" }, `to: expected ${LEVEL}, received "5 epochs"`],
    ["a time as text", { ...LINE, over: "5" }, `over: expected ${TIME}, received "5"`],
    ["a negative time", { ...LINE, over: -1 }, `over: expected ${TIME}, received -1`],
    ["a time that is a level", { ...LINE, over: "1x" }, `over: expected ${TIME}, received "1x"`],
    ["a time that is NaN", { ...LINE, over: Number.NaN }, `over: expected ${TIME}, received NaN`],
    ["a time beyond numbers", { ...LINE, over: "1e999 steps" }, `over: expected ${TIME}, received "1e999 steps"`],
    ["null for a field", { ...LINE, over: null }, `over: expected ${TIME}, received null`],
    ["a power of 0", { ...LINE, kind: "polynomial", power: 0 }, "power: expected a finite number above 0, received 0"],
    [
      "a flag that is none",
      { kind: "exponential", from: 1, factor: 1, every: 1, staircase: 1 },
      "staircase: expected one of true, false, received 1",
    ],
    [
      "times that do not increase",
      { kind: "piecewise", from: 1, at: [3, 2], to: [1, 1] },
      "at[1]: expected more than 3, received 2",
    ],
    [
      "a list that is none",
      { kind: "piecewise", from: 1, at: "x", to: [1] },
      'at: expected a list of 0 to 100,000 entries, received "x"',
    ],
    [
      "last where nothing is said of it",
      { kind: "piecewise", from: 1, at: [1], to: ["last"] },
      `to[0]: expected ${LEVEL}, received "last"`,
    ],
    ["a part that is no plan", { kind: "sequence", parts: [5] }, "parts[0]: expected a plan, received 5"],
    [
      "a part without a plan",
      { kind: "sequence", parts: [{ until: 5 }] },
      "parts[0].plan: expected a plan, received undefined",
    ],
    [
      "a part's plan that is none",
      { kind: "sequence", parts: [{ plan: 5 }] },
      "parts[0].plan: expected a plan, received 5",
    ],
    [
      "until rest",
      { kind: "sequence", parts: [{ plan: LINE, until: "rest" }] },
      `parts[0].until: expected ${TIME}, received "rest"`,
    ],
    [
      "an unknown clock",
      { kind: "sequence", parts: [{ plan: LINE, clock: "globl" }] },
      'parts[0].clock: expected one of local, global (did you mean "global"?), received "globl"',
    ],
    [
      "a part's unknown field",
      { kind: "sequence", parts: [{ plan: LINE, untill: 3 }] },
      'parts[0]: expected one of plan, until, clock (did you mean "until"?), received "untill"',
    ],
    [
      "another version",
      { version: 2, ...LINE },
      "version: expected 1, the version that this library reads, received 2",
    ],
    [
      "a version as text",
      { version: "1", ...LINE },
      'version: expected 1, the version that this library reads, received "1"',
    ],
    [
      "a version inside",
      { kind: "sequence", parts: [{ version: 1, ...LINE }] },
      'parts[0]: expected one of kind, from, to, over, inclusive, received "version"',
    ],
    [
      "a prototype",
      JSON.parse('{"kind":"constant","value":1,"__proto__":1}'),
      'expected one of kind, value, over, received "__proto__"',
    ],
  ])("refuses %s", (_, saved, message) => {
    expect(messageOf(() => parsePlan(saved))).toBe(message);
    // A version belongs to the saved form; what is built from says the rest in the same words.
    if (!message.startsWith("version")) expect(messageOf(() => schedule(saved as Plan))).toBe(message);
  });

  it("tells what to do with text", () => {
    expect(messageOf(() => parsePlan("{}"))).toBe('expected an object (JSON.parse), received "{}"');
    expect(messageOf(() => schedule("linear" as never))).toBe('expected a plan, received "linear"');
  });

  it("tells everything that is wrong at once, each in its place", () => {
    const inner = { kind: "cosine", from: "x", to: 0, over: "5 parsecs" };
    const saved = { version: 0, kind: "sequence", parts: [{ plan: inner, until: -1 }, { kind: "constant" }], more: 1 };
    expect(messageOf(() => parsePlan(saved)).split("\n")).toEqual([
      "version: expected 1, the version that this library reads, received 0",
      'expected one of kind, parts, received "more"',
      `parts[0].plan.from: expected ${LEVEL}, received "x"`,
      `parts[0].plan.over: expected ${TIME}, received "5 parsecs"`,
      `parts[0].until: expected ${TIME}, received -1`,
      `parts[1].value: expected ${LEVEL}, received undefined`,
    ]);
  });
});
