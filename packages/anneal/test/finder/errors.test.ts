import { describe, expect, it } from "vitest";
import { FinderError, findLearningRate } from "../../src/finder/index.ts";
import { PlanError } from "../../src/index.ts";
import { Network } from "./network.ts";
import { caught, training } from "./training.ts";

describe("what goes wrong in the caller's functions", () => {
  const boom = () => {
    throw new Error("boom");
  };

  it.each([
    ["step", "step: expected a loss, received Error: boom"],
    ["evaluate", "evaluate: expected a loss, received Error: boom"],
    ["onProgress", "onProgress: expected no error, received Error: boom"],
  ])("%s throws: all is restored, and the error has its cause and the result", async (name, message) => {
    const network = new Network();
    const before = network.snapshot();
    const error = await caught(findLearningRate({ ...training(network), [name]: boom }));
    expect(error.message).toBe(message);
    expect((error.cause as Error).message).toBe("boom");
    expect(error.result.restored.same).toBe(true);
    expect(error.result.runs[0]?.ended).toBe("failed");
    expect(network.snapshot()).toEqual(before);
  });

  it("anything else throws, such as the signal: all is restored as well", async () => {
    const network = new Network();
    const before = network.snapshot();
    let asked = 0;
    const signal = {
      get aborted() {
        return asked++ > 20 ? boom() : false;
      },
    };
    const error = await caught(findLearningRate({ ...training(network), signal }));
    expect(error.message).toBe("expected no error, received Error: boom");
    expect([error.result.restored.same, error.result.runs[0]?.losses.length]).toEqual([true, 20]);
    expect(network.snapshot()).toEqual(before);
  });

  it("restore throws, after step or by itself: both are told, and nothing is proven", async () => {
    const alone = await caught(findLearningRate({ ...training(new Network()), restore: boom }));
    expect(alone.message).toBe("restore: expected no error, received Error: boom");
    expect(alone.result.restored).toMatchObject({ after: null, same: false });
    const both = await caught(findLearningRate({ ...training(new Network()), restore: boom, step: boom }));
    expect(both.issues.map(({ path }) => path)).toEqual(["step", "restore"]);
  });

  it("snapshot throws: at the beginning before anything is trained, later as a fault like the others", async () => {
    let steps = 0;
    const counted = { ...training(new Network()), step: () => steps++ };
    const first = await findLearningRate({ ...counted, snapshot: boom }).catch((error) => error);
    expect(first).toBeInstanceOf(PlanError);
    expect(first).not.toBeInstanceOf(FinderError);
    expect(first.message).toBe(
      "snapshot: expected everything that training changes, as plain data, received Error: boom",
    );
    expect(first.cause).toEqual(new Error("boom"));
    const getter = {
      ...counted,
      snapshot: () => ({
        get weights(): number[] {
          return boom();
        },
      }),
    };
    await expect(findLearningRate(getter as never)).rejects.toThrow(first.message);
    expect(steps).toBe(0);
    let calls = 0;
    const late = await caught(
      findLearningRate({ ...counted, snapshot: () => (calls++ ? boom() : 1), restore() {} } as never),
    );
    expect(late.message).toBe("snapshot: expected the snapshot after restoring, received Error: boom");
  });

  it("a snapshot that cannot be hashed whole is refused before anything is trained", async () => {
    let steps = 0;
    const options = { ...training(new Network()), step: () => steps++, snapshot: () => ({ list: [1, new Date()] }) };
    const expected = "plain data (numbers, texts, lists, objects, maps, typed arrays; 64 levels at most)";
    await expect(findLearningRate(options as never)).rejects.toThrow(`snapshot.list[1]: expected ${expected}`);
    expect(steps).toBe(0);
  });

  it.each([undefined, null, "2.3", [2.3], {}, 3n])("step gives %s, which is no number", async (value) => {
    const error = await caught(findLearningRate({ ...training(new Network()), step: () => value as never }));
    expect(error.message).toMatch(/^step: expected a number, the loss, received /);
    expect(error.result.restored.same).toBe(true);
  });
});

describe("options that make no sense", () => {
  const refused = async (options: object) => (await caught(findLearningRate(options as never))).message.split("\n");

  it("are refused all at once, before anything is called", async () => {
    const never = () => {
      throw new Error("called");
    };
    const all = {
      ...{ step: 3, snapshot: never, restore: undefined, from: 0, to: Number.NaN, updates: 1, ramp: "cosine" },
      ...{ seeds: [], smoothing: 1, divergence: 1, signal: {}, onProgress: 5, evaluate: null },
    };
    expect((await refused(all)).sort()).toEqual(
      [
        "step: expected a function, received 3",
        "restore: expected a function, received undefined",
        "from: expected a finite number above 0, received 0",
        "to: expected a finite number above 0, received NaN",
        "updates: expected a whole number from 2 below 100001, received 1",
        'ramp: expected one of exponential, linear, received "cosine"',
        "seeds: expected a list of 1 to 100,000 entries, received a list of 0",
        "smoothing: expected a finite number from 0 below 1, received 1",
        "divergence: expected a finite number above 1, received 1",
        "signal: expected an AbortSignal, received [object]",
        "onProgress: expected a function, received 5",
        "evaluate: expected a function, received null",
      ].sort(),
    );
  });

  it("such as from that is not below to, a seed twice, a name that is not known", async () => {
    const good = training(new Network());
    expect(await refused({ ...good, from: 1, to: 1 })).toEqual(["to: expected a rate above from (1), received 1"]);
    expect(await refused({ ...good, updates: 1e9 })).toEqual([
      "updates: expected a whole number from 2 below 100001, received 1000000000",
    ]);
    expect(await refused({ ...good, from: 20 })).toEqual(["to: expected a rate above from (20), received 10"]);
    expect(await refused({ ...good, seeds: [3, 1, 3] })).toEqual([
      "seeds[2]: expected a seed that is not in the list yet, received 3",
    ]);
    expect(await refused({ ...good, seeds: [0.5] })).toEqual([
      "seeds[0]: expected a whole number from 0, received 0.5",
    ]);
    expect((await refused({ ...good, num_it: 5 }))[0]).toMatch(/^expected one of step, .*, received "num_it"$/);
    expect((await refused(undefined as never))[0]).toMatch(/^expected an object with step, /);
  });
});
