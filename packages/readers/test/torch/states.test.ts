import { readFileSync } from "node:fs";
import { type Plan, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { json } from "../../src/notations/json.ts";
import { readDocument } from "../../src/read.ts";
import type { Reading, Values } from "../../src/reading.ts";

interface Case {
  readonly name: string;
  readonly scheduler: object;
  readonly optimizer: object;
  readonly rates: readonly (readonly number[])[];
}

const { cases, plateau } = JSON.parse(readFileSync(new URL("./states.json", import.meta.url), "utf8")) as {
  readonly cases: readonly Case[];
  readonly plateau: string;
};

function read(state: object | string, values: Values = {}): Reading | undefined {
  const text = typeof state === "string" ? state : JSON.stringify(state);
  return readDocument(json(text), { values })[0];
}

function ratesOf({ program, bases, run }: Reading, steps: number): readonly (readonly number[])[] {
  const lr = program?.lr as Plan | readonly Plan[];
  const reads = [0, 1].map((i) => {
    const base = bases?.[i] ?? run?.base;
    return schedule((Array.isArray(lr) ? lr[i] : lr) as Plan, base === undefined ? {} : { base });
  });
  return Array.from({ length: steps }, (_, step) => reads.map((rate) => rate(step)));
}

describe("a checkpoint's state_dict() is read as the scheduler that made it", () => {
  it.each(cases)("$name", ({ name, scheduler, optimizer, rates }) => {
    const reading = read({ optimizer, scheduler }) as Reading;
    expect([reading.framework, reading.name, reading.needs, reading.problems]).toEqual(["torch", name, [], []]);
    expect(reading.position).toBe(rates.length - 1);
    ratesOf(reading, rates.length).forEach((row, step) => {
      row.forEach((rate, i) => {
        const theirs = rates[step]?.[i] as number;
        expect(Math.abs(rate - theirs), `step ${step}`).toBeLessThanOrEqual(1e-9 * theirs);
      });
    });
  });
});

describe("a state alone", () => {
  const stateOf = (name: string) => cases.find((one) => one.name === name)?.scheduler as object;

  it("is enough where it has all arguments", () => {
    expect(read(stateOf("MultiStepLR"))?.program?.lr).toEqual({
      kind: "piecewise",
      from: "1x",
      at: [3, 8],
      to: ["0.25x", "0.125x"],
    });
  });

  it("of OneCycleLR has no rates, which are asked for", () => {
    expect(read(stateOf("OneCycleLR"))?.needs.map(({ name }) => name)).toContain("max_lr");
  });

  it("of ReduceLROnPlateau is a controller, also with infinities", () => {
    expect(plateau).toContain("Infinity");
    expect(read(plateau)?.controllers).toMatchObject([{ kind: "plateau", mode: "max", factor: 0.5, patience: 2 }]);
  });

  it("of LambdaLR has no function", () => {
    const state = { base_lrs: [0.1], last_epoch: 3, _step_count: 4, _last_lr: [0.1], lr_lambdas: [null] };
    expect(read(state)?.needs.map(({ name }) => name)).toEqual(["lr_lambda"]);
  });
});
