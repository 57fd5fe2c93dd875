import { linear, plateau, Scheduler } from "anneal";
import { describe, expect, it } from "vitest";
import { tell } from "../src/tell.ts";
import { anneal } from "./fakeIo.ts";

// biome-ignore lint/suspicious/noExplicitAny: what is wrong on purpose has no type.
type Saved = Record<string, any>;

/** A Scheduler's state of two groups at step 40, changed. */
function state(change: (state: Saved) => void): string {
  const controllers = plateau({ patience: 0, factor: 0.5 });
  const plan = linear({ from: "1x", to: 0, over: 100 });
  const paramGroups = [{ lr: 0.1 }, { lr: 0.01 }];
  const scheduler = new Scheduler({ paramGroups }, { lr: { plan, controllers } }, { steps: 100 });
  for (let step = 0; step < 40; step++) scheduler.step();
  for (const loss of [1, 1]) scheduler.observe(loss);
  const own = JSON.parse(JSON.stringify(scheduler.state()));
  change(own);
  return JSON.stringify(own);
}

const table = async (stdin: string) => anneal(["table", "-", "--at", "41", "--csv"], { stdin });
const scales = (own: unknown) => (one: Saved) => {
  one.controllers.lr[0].scales = own;
};
const many = Array.from({ length: 3000 }, (_, i) => (i % 2) + 1);
const FINITE = "expected a finite number from 0";
const STATES = "controllers.lr: expected a list of states with their scales";

describe("a saved state that no Scheduler has", () => {
  it.each<[string, (state: Saved) => void, string]>([
    ["a position as text", (one) => (one.position = "40"), `position: ${FINITE}, received string`],
    ["a position below 0", (one) => (one.position = -1), `position: ${FINITE}, received -1`],
    ["no position", (one) => delete one.position, `position: ${FINITE}, received undefined`],
    [
      "controllers as text",
      (one) => (one.controllers = "x"),
      "controllers: expected an object with the states of each",
    ],
    ["controllers as a list", (one) => (one.controllers = [1]), "hyperparameter's, received a list"],
    ["no object of controllers", (one) => (one.controllers = null), "hyperparameter's, received null"],
    ["no states", (one) => (one.controllers.lr = []), `${STATES}, received an empty list`],
    ["states that are none", (one) => (one.controllers.lr = [null]), STATES],
    ["no scales", scales([]), "controllers.lr[0].scales: expected a list of 2, received a list of 0"],
    ["too few scales", scales([0.5]), "controllers.lr[0].scales: expected a list of 2, received a list of 1"],
    ["too many scales", scales(many), "controllers.lr[0].scales: expected a list of 2, received a list of 3000"],
    ["a scale that is no number", scales([null, 1]), `controllers.lr[0].scales[0]: ${FINITE}, received null`],
    ["a scale below 0", scales([1, -0.5]), `controllers.lr[0].scales[1]: ${FINITE}, received -0.5`],
    ["a scale that no Scheduler takes", scales([1e308, 1]), "controllers.lr: expected scales of at most 1e+100"],
    [
      "scales of what is no part of the program",
      (one) => (one.controllers.mu = [{ scales: [1, 1] }]),
      "controllers.mu: expected a key of the program",
    ],
    ["no base rates", (one) => (one.bases.lr = []), "bases.lr: expected a list of rates, received an empty list"],
    ["no base rates at all", (one) => (one.bases = []), "bases: expected a list of rates, received an empty list"],
  ])("is refused: %s", async (_, change, told) => {
    const { code, out, err } = await table(state(change));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^standard input:1:\d+: |^-:1:\d+: /);
    expect(err).toContain(told);
  });

  it("is refused with the place of a scale that is too large for a number", async () => {
    const { code, err } = await table(state(scales(["x", 1])).replace('"x"', "1e999"));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(`controllers.lr[0].scales[0]: ${FINITE}, received Infinity`),
    ]);
  });
});

describe("a program with a key that objects have", () => {
  it.each(["constructor", "toString", "__proto__"])("%s is read as any other", async (key) => {
    const more = `"program":{"${key}":{"kind":"constant","value":3},`;
    const stdin = state(() => {}).replace('"program":{', more);
    const { code, out, err } = await table(stdin);
    expect(code, err).toBe(0);
    const [head = "", row = ""] = out.split("\n");
    const cells = row.split(",").map(Number);
    const at = (start: string) => cells.filter((_, i) => head.split(",")[i]?.startsWith(start));
    expect(at(key)).toContain(3);
    expect(at("lr").map((one) => Number(one.toPrecision(9)))).toEqual([0.0295, 0.00295]);
    const diff = await anneal(["diff", "-", 'linear({from: "1x", to: 0, over: 100})', "--base", "0.1"], { stdin });
    expect(diff.err).not.toContain("a fault in anneal");
    expect(diff.err).not.toContain("a metric scales constructor");
  });
});

describe("the scales of many groups", () => {
  it("are told as far as a line is read", async () => {
    const stdin = state((one) => {
      one.bases.lr = many;
      one.controllers.lr[0].scales = many;
    });
    const { err } = await table(stdin);
    expect(err).toContain("lr is multiplied by 1, 2, 1, 2,");
    expect(err.length).toBeLessThan(2000);
  });
});

describe("anything that is thrown", () => {
  it.each<[unknown, string]>([
    [undefined, "undefined"],
    [null, "null"],
    [3, "3"],
    [Symbol("odd"), "Symbol(odd)"],
    [Object.create(null), "object"],
    [{ code: 3 }, "[object Object]"],
    [{ message: "only that" }, "only that"],
  ])("is told (%#)", (thrown, text) => {
    expect(tell(thrown)).toBe(`anneal: this is a fault in anneal itself, please report it\n${text}\n`);
  });
});
