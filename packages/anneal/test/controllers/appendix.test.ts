import { describe, expect, it } from "vitest";
import { type Controller, greedy, kerasPlateau, optaxPlateau, plateau, replay } from "../../src/index.ts";
import { messageOf } from "../issues.ts";

/** The rates after each of the calls with a metric that stays 1. */
function flat(controller: Controller, calls: number): number[] {
  return replay(controller, Array(calls).fill(1)).rates.flat().slice(1);
}

describe("a metric that stays the same, factor 0.5", () => {
  const two = { factor: 0.5, patience: 2, cooldown: 2 };

  it.each<[string, Controller, number[]]>([
    ["PyTorch", plateau(two), [1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25]],
    ["Keras", kerasPlateau(two), [1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.0625]],
    ["optax", optaxPlateau(two), [1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125, 0.125]],
    ["HF GreedyLR", greedy(two), [1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25]],
  ])("%s, patience 2, cooldown 2", (_, controller, rates) => {
    expect(flat(controller, 12)).toEqual(rates);
  });

  it.each<[string, Controller, number[]]>([
    ["PyTorch cuts at every bad call", plateau({ factor: 0.5, patience: 0 }), [1, 0.5, 0.25, 0.125]],
    ["Keras does as with patience 1", kerasPlateau({ factor: 0.5, patience: 0 }), [1, 0.5, 0.25, 0.125]],
    ["which is", kerasPlateau({ factor: 0.5, patience: 1 }), [1, 0.5, 0.25, 0.125]],
  ])("patience 0: %s", (_, controller, rates) => {
    expect(flat(controller, 4)).toEqual(rates);
  });

  it("patience 0: what optax does is refused, as it cuts only on improvements", () => {
    const message = "patience: expected a whole number above 0, received 0";
    expect(messageOf(() => optaxPlateau({ patience: 0 }))).toBe(message);
  });
});

describe("how many calls after a cut are not counted", () => {
  /** Between two cuts with patience 0 (which optax knows as 1), less the one that cuts. */
  const between = (controller: Controller) => {
    const { decisions } = replay(controller, Array(20).fill(1));
    const cuts = decisions.filter(({ reason }) => reason === "1 bad epoch");
    const [first = 0, second = 0] = cuts.map(({ epoch }) => epoch);
    return second - first - 1;
  };

  it.each([0, 1, 2, 5])("cooldown %i", (cooldown) => {
    expect(between(plateau({ patience: 0, cooldown }))).toBe(cooldown);
    expect(between(optaxPlateau({ patience: 1, cooldown }))).toBe(cooldown);
    expect(between(greedy({ patience: 0, cooldown, minRate: 0 }))).toBe(cooldown);
    expect(between(kerasPlateau({ patience: 1, cooldown }))).toBe(Math.max(cooldown - 1, 0));
  });
});
