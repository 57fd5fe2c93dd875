import { describe, expect, it } from "vitest";
import { constant, custom, greedy, piecewise, plateau, Scheduler, schedule, sequence } from "../src/index.ts";
import { toComposer } from "../src/interop/write/composer/toComposer.ts";
import { toJaxJs } from "../src/interop/write/jaxJs/toJaxJs.ts";
import { toKeras } from "../src/interop/write/keras/toKeras.ts";
import { toOptax } from "../src/interop/write/optax/toOptax.ts";
import { pathsOf } from "./kinds/badFields.ts";

/** Something that contains itself, twice. */
function cyclic(): Record<string, unknown> {
  const around: Record<string, unknown> = {};
  return Object.assign(around, { parts: [around], minRate: [around] });
}

describe("a factory only builds", () => {
  it.each([null, undefined])("given %s, what it makes is refused when a schedule is built", (fields) => {
    expect(pathsOf(custom(fields as never))).toEqual(["name"]);
    expect(pathsOf(piecewise(fields as never))).toEqual(["from", "at", "to"]);
  });

  it.each([plateau, greedy])("given what contains itself, what %o makes is refused by a Scheduler", (make) => {
    const controllers = make(cyclic() as never);
    const made = () =>
      new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: { plan: constant({ value: 1 }), controllers } });
    expect(made).toThrow(/lr.controllers/);
  });

  it("keeps its controllers' lists, frozen", () => {
    const minRate = [0.1];
    const made = plateau({ minRate });
    minRate[0] = 5;
    expect([made.minRate, Object.isFrozen(made), Object.isFrozen(made.minRate)]).toEqual([[0.1], true, true]);
  });

  it("does not walk through a list that is too long", () => {
    const long = new Proxy([], { get: (_, key) => (key === "length" ? 1e9 : refuseRead(key)) }) as never;
    for (const plan of [sequence(long), piecewise({ from: 1, at: long, to: [] }), custom({ name: "f", args: long })]) {
      expect(() => schedule(plan)).toThrow(/received a list of 1000000000/);
    }
  });
});

/** Of a list, reading how long it is is all that may be done. */
function refuseRead(key: string | symbol): never {
  throw new RangeError(`${String(key)} was read`);
}

describe("a writer of a plan that needs no run", () => {
  it.each([toComposer, toKeras, toOptax, toJaxJs])("does without one: %o", (write) => {
    for (const plan of [constant({ value: 1 }), piecewise({ from: 1, at: [5], to: [0.5] })]) {
      expect(write(plan, undefined as never)).toEqual(write(plan, {}));
    }
  });
});
