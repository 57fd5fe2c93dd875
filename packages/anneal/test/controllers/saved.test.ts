import { describe, expect, it } from "vitest";
import { bindController } from "../../src/controllers/controller.ts";
import { Problems } from "../../src/error.ts";
import { type Controller, greedy, plateau } from "../../src/index.ts";
import { messageOf } from "../issues.ts";
import { LIST, type Row, type Rows, takes } from "../options.ts";

const COUNT: Row = ["a whole number from 0", { default: 0 }];
const ANY: Row = ["a finite number above -Infinity", { default: null }];

/** What a state of each controller holds. */
const STATES: readonly [controller: Controller, rows: Rows][] = [
  [plateau(), { epoch: COUNT, best: ANY, bad: COUNT, cooldown: COUNT, count: COUNT, mean: ANY, scales: [LIST] }],
  [
    greedy(),
    {
      epoch: COUNT,
      best: ANY,
      good: COUNT,
      bad: COUNT,
      cooldown: COUNT,
      warmup: COUNT,
      atMin: COUNT,
      values: [LIST],
      sum: ANY,
      scales: [LIST],
    },
  ],
];

/** The state that is read from a saved one, for two groups. */
function read(controller: Controller, saved: unknown, path = ""): unknown {
  const problems = new Problems();
  const bound = bindController(controller, 2, "", problems);
  const state = bound?.read(saved, path, problems);
  problems.throwIfAny();
  return state;
}

describe("a saved state", () => {
  it.each(STATES)("of %j is read by its table", (controller, rows) => {
    const good = { ...(read(controller, { ...startOf(controller) }) as object) };
    takes((saved: never) => read(controller, saved), good as never, rows);
  });

  it.each(STATES)("of %j has a scale for each group, each a number from 0", (controller) => {
    const state = startOf(controller);
    const message = (scales: unknown) => messageOf(() => read(controller, { ...state, scales }, "here"));
    expect(message([1])).toBe("here.scales: expected a list of 2, received a list of 1");
    expect(message([1, 1, 1])).toBe("here.scales: expected a list of 2, received a list of 3");
    expect(message([1, -1])).toBe("here.scales[1]: expected a finite number from 0, received -1");
    expect(message([1, "1"])).toBe('here.scales[1]: expected a finite number from 0, received "1"');
  });

  it("may hold any finite metrics", () => {
    const state = { ...(startOf(greedy()) as object), values: [-1, 0, 1e300], best: -1, sum: -0.5 };
    expect(read(greedy(), state)).toEqual(state);
    const wrong = messageOf(() => read(greedy(), { ...state, values: [0, null] }));
    expect(wrong).toBe("values[1]: expected a finite number above -Infinity, received null");
  });
});

function startOf(controller: Controller): object {
  return bindController(controller, 2, "", new Problems())?.start([1, 1]) as object;
}
