import { describe, expect, it } from "vitest";
import { readText, rowsOf } from "./read.ts";

const lines = (count: number, line: (i: number, rate: string) => string): string =>
  Array.from({ length: count }, (_, i) => line(10 * i, (0.1 - 0.01 * i).toExponential(3))).join("\n");

const planned = Array.from({ length: 5 }, (_, i) => [10 * i, Number((0.1 - 0.01 * i).toExponential(3))]);

describe("a console's lines are read", () => {
  it.each<[string, (i: number, rate: string) => string]>([
    ["nanoGPT", (i, lr) => `iter ${i}: loss 2.31, lr ${lr}, time 12.3ms, mfu 31.2%`],
    ["bars", (i, lr) => `step ${i}/1000 | loss 2.31 (+0.1z)| norm 1.2| lr ${lr} | 12 ms | 50% MFU`],
    ["names with colons", (i, lr) => `Epoch: 1 Step: ${i} Loss: 2.31 LR: ${lr}`],
    ["equals signs", (i, lr) => `2026-01-01 10:00:00,123 INFO iter=${i}, loss=2.31, lr=${lr}`],
    ["Megatron", (i, lr) => ` iteration ${i}/ 500 | elapsed time per iteration (ms): 500.0 | learning rate: ${lr} |`],
    ["detectron2", (i, lr) => `[01/01 10:00:00 d2.utils.events]: eta: 0:10:00  iter: ${i}  lr: ${lr}  max_mem: 3000M`],
    [
      "mmengine",
      (i, lr) => `01/01 10:00:00 - mmengine - INFO - Iter(train) [ ${i}/40000]  base_lr: 0.5 lr: ${lr}  eta: 1`,
    ],
    ["tabs", (i, lr) => `step ${i}\tloss 2.31\tlr ${lr}`],
    ["colours", (i, lr) => `\u001b[32mstep:\u001b[0m ${i} lr: \u001b[1m${lr}\u001b[0m`],
    ["an epoch and an iteration of the run", (i, lr) => `INFO Epoch [1/20] Iter [${i}/2000] loss: 0.7 lr: ${lr}`],
  ])("%s", async (_, line) => {
    const log = await readText(`loading data\nusing lr schedule cosine\n${lines(5, line)}\ndone\n`);
    expect(log.format).toBe("console");
    expect(rowsOf(log)).toEqual(planned);
    expect(log.series[0]).toMatchObject({ clock: "update", significant: 4 });
  });

  it.each<[string, (epoch: number, i: number) => string]>([
    ["mmdet", (epoch, i) => `10:00:00,123 - mmdet - INFO - Epoch [${epoch + 1}][${i}/100]\tlr: 2.5e-02, eta: 1:00:00`],
    ["the ImageNet example", (epoch, i) => `Epoch: [${epoch}][ ${i}/100]\tTime  0.5 ( 1.0)\tLoss 6.9 (7.0)\tLR 0.1`],
    ["DeiT", (epoch, i) => `Epoch: [${epoch}]  [ ${i}/100]  eta: 0:10:00  lr: 0.000001  loss: 6.9 (6.9)`],
    ["Swin", (epoch, i) => `INFO Train: [${epoch}/300][${i}/100]\teta 0:10:00 lr 0.000001\t time 0.5`],
    ["timm", (epoch, i) => `Train: ${epoch} [  ${i}/100 (  4%)]  Loss: 6.94 (6.95)  LR: 1.000e-05  Data: 0.01`],
  ])("%s, whose updates begin anew with each epoch", async (_, line) => {
    const text = [0, 1, 2].flatMap((epoch) => [25, 50, 75].map((i) => line(epoch, i)));
    const log = await readText(text.join("\n"));
    expect([...(log.series[0]?.steps ?? [])]).toEqual([25, 50, 75, 125, 150, 175, 225, 250, 275]);
    expect(log.series[0]?.clock).toBe("update");
  });

  it("with updates that begin anew beside their epoch, by what they go up to", async () => {
    const text = [1, 2].flatMap((epoch) => [10, 60].map((i) => `Epoch ${epoch} iter ${i}/100 lr 0.${epoch}`));
    const log = await readText(text.join("\n"));
    expect([...(log.series[0]?.steps ?? [])]).toEqual([10, 60, 110, 160]);
  });

  it("with the epoch that stands above, as Keras prints it", async () => {
    const epoch = (i: number) => `Epoch ${i}/3\n100/100 [=====] - 5s - loss: 0.3 - lr: 0.00${4 - i}0`;
    const log = await readText([1, 2, 3].map(epoch).join("\n"));
    expect(rowsOf(log)).toEqual([
      [1, 0.003],
      [2, 0.002],
      [3, 0.001],
    ]);
    expect(log.series[0]).toMatchObject({ clock: "epoch", decimals: 4 });
  });

  it("with the rates of several groups", async () => {
    const log = await readText("step 1 lr: [0.1, 0.01]\nstep 2 lr: [0.2, 0.02]\n");
    expect(log.series.map(({ group, rates }) => [group, ...rates])).toEqual([
      [0, 0.1, 0.2],
      [1, 0.01, 0.02],
    ]);
  });

  it("in a time that does not grow with the square of a line", async () => {
    const long = [
      "a".repeat(2 ** 20),
      "lr".repeat(2 ** 19),
      " ".repeat(2 ** 20),
      "[".repeat(2 ** 20),
      "1".repeat(2 ** 20),
    ];
    const log = await readText(`step 1 lr 0.1\n${long.join("\n")}\nstep 2 lr 0.2\n`);
    expect(rowsOf(log)).toEqual([
      [1, 0.1],
      [2, 0.2],
    ]);
  });
});

describe("what is no console's", () => {
  it("stays what it is", async () => {
    const formats = async (text: string) => (await readText(text)).format;
    expect(await formats("step,lr\n1,0.1\n2,0.2\n")).toBe("csv");
    expect(await formats("step\tlr 1\n1\t0.1\n")).toBe("csv");
    expect(await formats("{'step': 1, 'lr': 0.1}\n{'step': 2, 'lr': 0.2}\n")).toBe("jsonl");
    expect(await formats("run(step=1, lr=0.1)\n{'step': 1, 'lr': 0.1}\n{'step': 2, 'lr': 0.2}\n")).toBe("jsonl");
  });

  it("is not taken for one", async () => {
    for (const text of [
      "lr: 0.1\nepochs: 30\n",
      "lr = 0.1\nsteps = 100\ntrain(lr=lr)\n",
      "train(lr=0.1, epochs=10)\n",
    ]) {
      await expect(readText(text)).rejects.toThrow("expected a column of rates");
    }
  });
});

describe("how many digits a rate is written with", () => {
  const digits = async (...rates: string[]) => {
    const { decimals, significant } = (
      await readText(`step,lr\n${rates.map((rate, i) => `${i},${rate}`).join("\n")}\n`)
    ).series[0] as { decimals?: number; significant?: number };
    return [decimals, significant];
  };

  it("is seen where all are rounded alike", async () => {
    expect(await digits("0.0010", "0.0009", "0.0000")).toEqual([4, undefined]);
    expect(await digits("1.00e-03", "9.95e-04")).toEqual([undefined, 3]);
  });

  it("is not seen where they have as many as they need", async () => {
    expect(await digits("0.1", "0.05", "0.025")).toEqual([undefined, undefined]);
    expect(await digits("0.1", "0.1")).toEqual([undefined, undefined]);
    expect(await digits("1.0", "0.0")).toEqual([undefined, undefined]);
    expect(await digits("0.10", "1.0e-02")).toEqual([undefined, undefined]);
    expect(await digits("0.10", "0.025")).toEqual([undefined, undefined]);
  });
});

describe("how many updates an epoch has", () => {
  const lengthOf = async (rows: readonly (readonly [number, number])[]) =>
    (await readText(`step,epoch,lr\n${rows.map(([step, epoch]) => `${step},${epoch},0.1`).join("\n")}\n`))
      .stepsPerEpoch;
  const every = (stride: number, count: number, epochOf: (step: number) => number, from = 0) =>
    Array.from({ length: count }, (_, i) => [from + i * stride, epochOf(from + i * stride)] as const);

  it("is what all rows allow alone", async () => {
    expect(await lengthOf(every(10, 200, (step) => Math.floor(step / 100)))).toBe(100);
    expect(await lengthOf(every(10, 200, (step) => Math.floor(step / 100) + 1))).toBe(100);
    expect(await lengthOf(every(7, 400, (step) => Math.floor((step - 1) / 97), 1))).toBe(97);
    expect(await lengthOf(every(10, 60, (step) => Math.round(step / 2) / 100, 10))).toBe(200);
  });

  it("is not known where rows allow several, or none", async () => {
    expect(await lengthOf(every(10, 5, (step) => Math.floor(step / 100)))).toBeUndefined();
    expect(await lengthOf(every(40, 10, (step) => Math.floor(step / 100)))).toBeUndefined();
    expect(
      await lengthOf([
        [0, 0],
        [100, 1],
        [110, 5],
        [200, 2],
      ]),
    ).toBeUndefined();
    expect(await lengthOf(every(1, 20, (step) => step))).toBeUndefined();
  });
});
