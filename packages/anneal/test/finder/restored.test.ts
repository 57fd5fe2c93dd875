import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawFinder, FinderError, findLearningRate } from "../../src/finder/index.ts";
import { Network } from "./network.ts";
import { caught, counting, training } from "./training.ts";

describe("the proof", () => {
  it("for any network, any rates and wherever it stops: the state is the same, and trains on the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.integer({ min: 1, max: 1e6 }),
          before: fc.integer({ min: 0, max: 5 }),
          from: fc.double({ min: 1e-6, max: 1e-2, noNaN: true }),
          factor: fc.double({ min: 1.1, max: 1e6, noNaN: true }),
          updates: fc.integer({ min: 2, max: 30 }),
          seeds: fc.uniqueArray(fc.nat(100), { minLength: 1, maxLength: 3 }),
          breakAt: fc.option(fc.nat(40)),
          how: fc.constantFrom("throw", "abort", "text"),
        }),
        async ({ seed, before, from, factor, updates, seeds, breakAt, how }) => {
          const [searched, other] = [new Network(seed), new Network(seed)];
          for (let i = 0; i < before; i++) expect(searched.step(0.1)).toBe(other.step(0.1));
          const controller = new AbortController();
          let left = breakAt ?? Number.POSITIVE_INFINITY;
          const step = (rate: number, point: { readonly update: number; readonly seed: number }) => {
            const loss = training(searched).step(rate, point);
            if (left-- > 0) return loss;
            if (how === "throw") throw new Error("out of memory");
            if (how === "abort") controller.abort();
            return how === "text" ? ("2.3" as unknown as number) : loss;
          };
          const options = {
            ...training(searched),
            step,
            from,
            to: from * factor,
            updates,
            seeds,
            signal: controller.signal,
          };
          const result = await findLearningRate(options).catch((error: FinderError) => error.result);
          expect(result.restored).toEqual({
            before: result.restored.before,
            after: result.restored.before,
            same: true,
          });
          expect(searched.snapshot()).toEqual(other.snapshot());
          expect(searched.step(0.1)).toBe(other.step(0.1));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ["the velocity", "velocity"],
    ["the count of updates", "updates"],
    ["the generator", "random"],
    ["the weights", "weights"],
  ] as const)("fails, naming restore, when %s is not restored", async (_, field) => {
    const network = new Network();
    const restore = (saved: ReturnType<Network["snapshot"]>) => network.restore({ ...saved, [field]: network[field] });
    const error = await caught(findLearningRate({ ...training(network), restore }));
    expect(error).toBeInstanceOf(FinderError);
    expect(error.issues.map(({ path }) => path)).toEqual(["restore"]);
    expect(error.message).toMatch(
      /^restore: expected everything as it was before \(hash [0-9a-f]{16}…\), received [0-9a-f]{16}…$/,
    );
    const { before, after, same } = error.result.restored;
    expect([before === after, same]).toEqual([false, false]);
    expect(error.result.runs.length).toBe(1);
  });

  it("fails when the last bit of one weight is another, and when the snapshot is the live state itself", async () => {
    const network = new Network();
    const nudged = (saved: ReturnType<Network["snapshot"]>) => {
      network.restore(saved);
      network.weights[3] = (network.weights[3] as number) * (1 + Number.EPSILON);
    };
    expect((await caught(findLearningRate({ ...training(network), restore: nudged }))).issues[0]?.path).toBe("restore");
    const live = { ...training(network), snapshot: () => ({ weights: network.weights }), restore() {} };
    expect((await caught(findLearningRate(live as never))).issues[0]?.path).toBe("restore");
  });
});

describe("a snapshot that proves nothing", () => {
  it("is refused before anything is trained when it is undefined, as without return", async () => {
    let steps = 0;
    const options = { ...training(new Network()), step: () => steps++, snapshot: async () => undefined };
    const search = findLearningRate(options as never);
    const expected = "everything that training changes, as plain data";
    await expect(search).rejects.toThrow(`snapshot: expected ${expected}, received undefined`);
    expect(steps).toBe(0);
  });

  it.each([{}, null, 0, { learningRate: 0.1 }])("is told when nothing in it changed: %j", async (constant) => {
    const network = new Network();
    const error = await caught(
      findLearningRate({ ...training(network), snapshot: () => constant as never, restore() {} }),
    );
    expect(error).toBeInstanceOf(FinderError);
    expect(error.issues.map(({ path }) => path)).toEqual(["snapshot"]);
    const updates = error.result.runs[0]?.losses.length;
    expect(error.issues[0]?.received).toBe(`one in which nothing changed over ${updates} updates`);
    expect(error.result.runs.length).toBe(1);
  });

  it("is not blamed where no update was made", async () => {
    const frozen = { snapshot: () => 0, restore() {} };
    const none = await findLearningRate({ ...frozen, step: () => 2, signal: { aborted: true } });
    expect(none.restored.same).toBe(true);
    const first = await findLearningRate({ ...frozen, step: () => Number.NaN });
    expect(first.answer.reasons[0]?.code).toBe("divergedAtOnce");
  });

  it("is named with restore when training changes it: the live state, or one that restore hands back to training", async () => {
    const network = new Network();
    const live = { ...training(network), snapshot: () => ({ weights: network.weights }), restore() {} };
    const adopted = { ...training(network), restore: (saved: object) => Object.assign(network, saved) };
    for (const options of [live, adopted]) {
      const error = await caught(findLearningRate(options as never));
      expect(error.issues.map(({ path }) => path)).toEqual(["restore"]);
      expect(error.message).toContain("training changed the snapshot itself: copy in snapshot and in restore");
    }
  });
});

describe("the result", () => {
  it("is plain JSON with finite numbers, whatever the losses and the rates are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.double(), fc.double({ min: 0, max: 5 })), { minLength: 60, maxLength: 60 }),
        fc.double({ min: 1e-300, max: 1e290, noNaN: true }),
        fc.double({ min: Number.EPSILON * 2, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 30 }),
        fc.constantFrom("exponential" as const, "linear" as const),
        async (losses, from, factor, updates, ramp) => {
          const step = (_: number, { update, seed }: { readonly update: number; readonly seed: number }) =>
            losses[update + 30 * seed] as number;
          const ends = { from, to: from * (1 + factor), updates, ramp, seeds: [0, 1], divergence: 1e300 };
          const result = await findLearningRate({ ...ends, ...counting(step) });
          expect(JSON.stringify({ ...result, suggestions: {} })).not.toContain("null");
          expect(drawFinder(result)).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 300 },
    );
  });
});
