import { describe, expect, it } from "vitest";
import { linear, PlanError, Scheduler, type SchedulerState } from "../../src/index.ts";
import { type Policy, rewarm } from "../../src/resume/index.ts";

const RATE = linear({ from: "1x", to: 0, over: "rest" });

function scheduler(at: number): Scheduler {
  const one = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: RATE }, { steps: 100 });
  one.seek(at);
  return one;
}

/** What a scheduler says of what it cannot go on with; it is then what it was. */
function refusal(policy: unknown): string {
  const one = scheduler(3);
  const before = JSON.stringify([one.state(), one.rates()]);
  let error: unknown;
  try {
    one.restore(scheduler(30).state(), policy as Policy);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(PlanError);
  expect(JSON.stringify([one.state(), one.rates()])).toBe(before);
  return (error as PlanError).message;
}

const returning = (changes: object) => (saved: SchedulerState) => ({ ...saved, ...changes });

describe("a policy of one's own", () => {
  it("may make any state that can go on", () => {
    const one = scheduler(3);
    one.restore(scheduler(30).state(), (saved) => ({
      ...saved,
      run: { steps: 200 },
      bases: { lr: [0.4] },
      position: 50,
    }));
    expect([one.position, one.rates()]).toEqual([50, { lr: [0.4 * (1 - 50 / 200)] }]);
    one.restore(scheduler(30).state(), (saved) => {
      const program = { momentum: linear({ from: 0.9, to: 0.5, over: 40 }) };
      return { ...saved, program, bases: { momentum: [0.9] } };
    });
    expect(one.rates().momentum?.[0]).toBeCloseTo(0.6, 12);
  });

  it.each([
    ["a name", "extend", 'policy: expected a function, such as those of anneal/resume, received "extend"'],
    ["an object", {}, "policy: expected a function, such as those of anneal/resume, received [object]"],
    ["rewarm itself", rewarm, "policy: expected what rewarm({ over: … }) makes, received [function]"],
    ["nothing made", () => undefined, "state: expected an object, received undefined"],
    ["a number made", () => 5, "state: expected an object, received 5"],
    ["a promise made", async () => scheduler(30).state(), "state.version: expected 1, received undefined"],
    [
      "no position",
      returning({ position: Number.NaN }),
      "state.position: expected a finite number from 0, received NaN",
    ],
    [
      "a position before 0",
      returning({ position: -1 }),
      "state.position: expected a finite number from 0, received -1",
    ],
    ["another version", returning({ version: 2 }), "state.version: expected 1, received 2"],
    ["no program", returning({ program: {} }), "state.bases.lr: expected undefined, received a list of 1"],
    ["no bases", returning({ bases: null }), "state.bases: expected an object, received null"],
    [
      "too many bases",
      returning({ bases: { lr: [1, 2] } }),
      "state.bases.lr: expected a list of 1, received a list of 2",
    ],
    [
      "a base below 0",
      returning({ bases: { lr: [-1] } }),
      "state.bases.lr[0]: expected a finite number from 0, received -1",
    ],
    ["a run below 0", returning({ run: { steps: -1 } }), "run.steps: expected a finite number above 0, received -1"],
    ["a stranger", returning({ rates: 1 }), "state.rates: expected undefined, received 1"],
  ])("is refused, and changes nothing: %s", (_, policy, message) => {
    expect(refusal(policy)).toBe(message);
  });

  it("that throws is heard, and changes nothing", () => {
    const one = scheduler(3);
    const policy = () => {
      throw new RangeError("no");
    };
    expect(() => one.restore(scheduler(30).state(), policy)).toThrow(RangeError);
    expect(one.position).toBe(3);
  });
});
