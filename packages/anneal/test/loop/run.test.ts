import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cosine, type RunOptions, run, Scheduler, schedule } from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const ARTICLE = { samples: 60_000, batchSize: 32, epochs: 100 };

describe("run", () => {
  it("counts the updates of a training loop", () => {
    expect(run(ARTICLE)).toEqual({ steps: 187_500, stepsPerEpoch: 1875, samplesPerStep: 32 });
    expect(run({ ...ARTICLE, accumulate: 4, processes: 8 })).toEqual({
      steps: 5900,
      stepsPerEpoch: 59,
      samplesPerStep: 1024,
    });
  });

  it.each<[Partial<RunOptions>, number, number]>([
    // 103 samples on 4 processes are 26 each, or 25; 4 batches of 8 or 3; 2 updates of 3 or 1, or 4/3.
    [{}, 2, 6],
    [{ uneven: "drop" }, 2, 6],
    [{ dropLast: true }, 1, 3],
    [{ lastAccumulation: "carry" }, 4 / 3, 4],
    [{ lastAccumulation: "drop" }, 1, 3],
    [{ epochs: 2.2 }, 2, 5],
    [{ epochs: 2.2, lastAccumulation: "drop" }, 1, 3],
    // 2.2 epochs are 9 batches.
    [{ epochs: 2.2, lastAccumulation: "carry" }, 4 / 3, 3],
    [{ epochs: 0.01 }, 2, 1],
    [{ processes: 1, batchSize: 25, accumulate: 1, dropLast: true }, 4, 12],
    [{ processes: 3, uneven: "drop", batchSize: 34, accumulate: 1 }, 1, 3],
    [{ processes: 3, batchSize: 34, accumulate: 1 }, 2, 6],
  ])("with %j makes %d an epoch, %d in all", (options, stepsPerEpoch, steps) => {
    const base = { samples: 103, processes: 4, batchSize: 8, accumulate: 3, epochs: 3 };
    expect(run({ ...base, ...options })).toMatchObject({ stepsPerEpoch, steps });
  });

  it("adds the base rate and the tokens when it can", () => {
    const facts = run({ ...ARTICLE, base: 0.1, sequenceLength: 512 });
    expect(facts).toEqual({
      steps: 187_500,
      stepsPerEpoch: 1875,
      samplesPerStep: 32,
      tokensPerStep: 16_384,
      base: 0.1,
    });
    expect(run({ ...ARTICLE, base: 0 })).toHaveProperty("base", 0);
  });

  it("is frozen, and for JSON its facts alone", () => {
    const facts = run(ARTICLE);
    expect(Object.isFrozen(facts)).toBe(true);
    expect(JSON.stringify(facts)).toBe('{"steps":187500,"stepsPerEpoch":1875,"samplesPerStep":32}');
    expect({ ...facts, base: 1 }).toEqual({ steps: 187_500, stepsPerEpoch: 1875, samplesPerStep: 32, base: 1 });
  });

  it("is a run wherever one is wanted", () => {
    const facts = run({ ...ARTICLE, base: 0.1 });
    const plan = cosine({ from: "1x", to: 0, over: "rest" });
    const lr = schedule(plan, facts);
    expect([lr(0), lr(187_500)]).toEqual([0.1, 0]);
    expect(lr.run).toEqual(facts);
    const optimizer = { paramGroups: [{ lr: 0.1 }] };
    const scheduler = new Scheduler(optimizer, { lr: plan }, facts);
    scheduler.seek(187_500);
    const saved = JSON.parse(JSON.stringify(scheduler.state()));
    const other = new Scheduler({ paramGroups: [{ lr: 0.1 }] }, { lr: plan }, run({ ...ARTICLE, base: 0.1 }));
    other.restore(saved);
    expect(other.rates()).toEqual({ lr: [0] });
  });

  it("is at least what the updates of whole accumulations take, and at most one more in each epoch", () => {
    const whole = (max: number) => fc.integer({ min: 1, max });
    const law = (samples: number, batchSize: number, accumulate: number, epochs: number) => {
      const { steps, stepsPerEpoch } = run({ samples, batchSize, accumulate, epochs });
      expect(stepsPerEpoch * batchSize * accumulate).toBeGreaterThanOrEqual(samples);
      expect((stepsPerEpoch - 1) * batchSize * accumulate).toBeLessThan(samples);
      expect(steps).toBe(stepsPerEpoch * epochs);
    };
    fc.assert(fc.property(whole(1e9), whole(1e4), whole(100), whole(1000), law));
  });
});

describe("the summary of a run", () => {
  it("tells how the updates come about, and is what it prints as", () => {
    const facts = run({ ...ARTICLE, accumulate: 4, processes: 7, epochs: 90 });
    const lines = [
      "60,000 samples on 7 processes: 8,572 samples each, 4 of them repeated",
      "8,572 samples by 32: 268 batches per epoch, the last of 28",
      "268 batches by 4: 67 updates per epoch",
      "90 epochs: 6,030 updates, a full one of 896 samples",
    ];
    expect(facts.summary).toBe(lines.join("\n"));
    expect(String(facts)).toBe(facts.summary);
    expect(`${facts}`).toBe(facts.summary);
  });

  it.each<[Partial<RunOptions>, string]>([
    [{}, "60,000 samples on 1 process: 60,000 samples each\n"],
    [{}, "60,000 samples by 32: 1,875 batches per epoch\n"],
    [
      { samples: 60_001, processes: 2, uneven: "drop" },
      "60,001 samples on 2 processes: 30,000 samples each, 1 sample left out\n",
    ],
    [{ samples: 60_001, processes: 3, uneven: "drop" }, ", 1 sample left out\n"],
    [{ samples: 60_002, processes: 3, uneven: "drop" }, ", 2 samples left out\n"],
    [{ samples: 60_001 }, "60,001 samples by 32: 1,876 batches per epoch, the last of 1\n"],
    [{ samples: 60_001, dropLast: true }, "60,001 samples by 32: 1,875 batches per epoch, 1 sample left out\n"],
    [{ accumulate: 4 }, "1,875 batches by 4: 469 updates per epoch, the last of 3 batches\n"],
    [{ accumulate: 2 }, "1,875 batches by 2: 938 updates per epoch, the last of 1 batch\n"],
    [
      { accumulate: 4, lastAccumulation: "carry" },
      "by 4: 468.75 updates per epoch, what is left over carried into the next\n",
    ],
    [{ accumulate: 4, lastAccumulation: "drop" }, "by 4: 468 updates per epoch, 3 batches left over and dropped\n"],
    [
      { samples: 1, epochs: 1 },
      "1 sample by 32: 1 batch per epoch, the last of 1\n1 batch by 1: 1 update per epoch\n1 epoch: 1 update, ",
    ],
    [{ epochs: 1.5 }, "\n1.5 epochs: 2,813 updates, a full one of 32 samples"],
  ])("of %j has %j", (options, text) => {
    expect(run({ ...ARTICLE, ...options }).summary).toContain(text);
  });
});

describe("run refuses", () => {
  const COUNT = "a finite number above 0 below 4503599627370496";

  it.each<[unknown, string]>([
    [{ samples: 0 }, `samples: expected ${COUNT}, received 0`],
    [{ samples: 1.5 }, "samples: expected a whole number, received 1.5"],
    [{ samples: "60000" }, `samples: expected ${COUNT}, received "60000"`],
    [{ samples: 2 ** 53 }, `samples: expected ${COUNT}, received 9007199254740992`],
    [{ batchSize: -1 }, `batchSize: expected ${COUNT}, received -1`],
    [{ batchSize: Number.NaN }, `batchSize: expected ${COUNT}, received NaN`],
    [{ batchSize: 0.5 }, "batchSize: expected a whole number, received 0.5"],
    [{ batchSize: { from: 1, at: [], to: [] } }, `batchSize: expected ${COUNT}, received [object]`],
    [{ accumulate: 0 }, `accumulate: expected ${COUNT}, received 0`],
    [{ accumulate: 2.5 }, "accumulate: expected a whole number, received 2.5"],
    [{ processes: null }, `processes: expected ${COUNT}, received null`],
    [{ processes: 1.5 }, "processes: expected a whole number, received 1.5"],
    [{ uneven: "repeat" }, 'uneven: expected one of pad, drop, received "repeat"'],
    [{ dropLast: "yes" }, 'dropLast: expected one of true, false, received "yes"'],
    [{ lastAccumulation: "flush" }, 'lastAccumulation: expected one of update, carry, drop, received "flush"'],
    [{ epochs: 0 }, `epochs: expected ${COUNT}, received 0`],
    [{ epochs: Number.POSITIVE_INFINITY }, `epochs: expected ${COUNT}, received Infinity`],
    [{ sequenceLength: 0 }, `sequenceLength: expected ${COUNT}, received 0`],
    [{ base: -0.1 }, "base: expected a finite number from 0, received -0.1"],
    [{ samples: 31, dropLast: true }, "samples: expected a full batch for each process (32), received 31"],
    [{ samples: 3, processes: 4, uneven: "drop" }, "samples: expected a full batch for each process (128), received 3"],
    [
      { samples: 64, accumulate: 3, lastAccumulation: "drop" },
      "accumulate: expected at most 2, the batches of an epoch, received 3",
    ],
    [
      { samples: 64, accumulate: 300, lastAccumulation: "carry" },
      "accumulate: expected at most 2, the batches of an epoch, received 300",
    ],
  ])("%j", (options, message) => {
    expect(messageOf(() => run({ ...ARTICLE, ...(options as object) }))).toBe(message);
  });

  it("every problem at once, a missing option and an unknown one", () => {
    const known =
      "samples, batchSize, epochs, accumulate, processes, uneven, dropLast, lastAccumulation, sequenceLength, base";
    expect(messageOf(() => run({ sample: 5, batchSize: 1, accumulate: 0.5 } as never)).split("\n")).toEqual([
      `expected one of ${known} (did you mean "samples"?), received "sample"`,
      `samples: expected ${COUNT}, received undefined`,
      `epochs: expected ${COUNT}, received undefined`,
      "accumulate: expected a whole number, received 0.5",
    ]);
    expect(messageOf(() => run(undefined as never))).toBe(`expected an object with ${known}, received undefined`);
  });
});
