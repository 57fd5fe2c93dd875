/** The rate of train.py at an update of a run of so many, in all. */
const warmed =
  (total = 2000) =>
  (step: number): number =>
    0.1 *
    (step < 200 ? 0.01 + (0.99 * step) / 200 : (1 + Math.cos((Math.PI * (step - 200)) / Math.max(total - 200, 1))) / 2);

const rate = warmed();
const cosine = (base: number, step: number): number => (base * (1 + Math.cos((Math.PI * step) / 1000))) / 2;

/** A table with a row for every tenth update. */
function table(columns: string, cells: (step: number) => readonly (number | string)[], count = 200): string {
  const rows = Array.from({ length: count }, (_, i) => [10 * i, ...cells(10 * i)].join(","));
  return `step,${columns}\n${rows.join("\n")}\n`;
}

/** A table of rates alone. */
const of = (at: (step: number) => number, count?: number): string => table("lr", (step) => [at(step)], count);

/** What runs logged, by the names of their files. */
export const logs: Readonly<Record<string, string>> = {
  "ok.csv": of(rate),
  "short.csv": of((step) => Number(rate(step).toPrecision(3))),
  "after.csv": of((step) => rate(step + 1)),
  "before.csv": of((step) => rate(Math.max(step - 1, 0))),
  "never.csv": of(() => 0.1),
  "total.csv": of(warmed(3000)),
  "half.csv": of(warmed(1000), 100),
  "twice.csv": of((step) => rate(2 * step)),
  "four.csv": of((step) => rate(4 * step)),
  "seldom.csv": of((step) => rate(Math.floor(step / 4))),
  "epochs.csv": of((step) => rate(Math.floor(step / 100))),
  "stairs.csv": of((step) => rate(100 * Math.floor(step / 100))),
  "restart.csv": of((step) => rate(step < 800 ? step : step - 800)),
  "stopped.csv": of((step) => rate(Math.min(step, 900))),
  "cold.csv": of((step) => (0.1 * (1 + Math.cos((Math.PI * step) / 2000))) / 2),
  "scaled.csv": of((step) => 4 * rate(step)),
  "floor.csv": of((step) => Math.max(rate(step), 0.01)),
  "skipped.csv": of((step) => rate(step - (step > 700 ? 9 : 0))),
  "base.csv": of((step) => (step < 1200 ? rate(step) : (rate(step) * rate(1200)) / 0.1)),
  "odd.csv": of((step) => rate(step) * (1 + 0.3 * Math.sin(step / 37))),
  "milestones.csv": of((step) => 0.1 * 0.1 ** (step < 1000 ? 0 : step < 1500 ? 1 : 2), 300),
  "groups.csv": table("lr/group_0,lr/group_1", (step) => [cosine(0.001, step), cosine(0.01, step)], 100),
  "forgotten.csv": table("lr/group_0,lr/group_1", (step) => [cosine(0.001, step), 0.01], 100),
  "third.csv": table("lr/group_0,lr/group_1,lr/group_2", (step) => [cosine(0.001, step), cosine(0.01, step), 1], 100),
  "named.csv": table("lr/backbone,lr/head", (step) => [cosine(0.001, step), cosine(0.01, step)], 100),
  "counted.csv": `epoch,lr\n${Array.from({ length: 20 }, (_, i) => `${i},${rate(100 * i)}`).join("\n")}\n`,
  "rates.csv": `lr\n${Array.from({ length: 2000 }, (_, i) => rate(i)).join("\n")}\n`,
  "words.csv": of(rate).replace("\n20,", "\n20,x").replace("\n30,", "\nmany,"),
  "cut.csv": of(rate).slice(0, 3000),
  "loss.csv": table("loss", (step) => [1 / (step + 1)]),
  "empty.csv": "",
  "lines.jsonl": Array.from({ length: 200 }, (_, i) => `{"step": ${10 * i}, "lr": ${rate(10 * i)}, "x": "y"}\n`).join(
    "",
  ),
  "cut.jsonl": '{"step": 1, "lr": 0.1}\n{"step": 2, "lr": 0.1}\n{"step": 3, "l',
  "bare.csv": Array.from({ length: 200 }, (_, i) => `${rate(10 * i)}\n`).join(""),
  "micro.csv": `step,lr\n${Array.from({ length: 400 }, (_, i) => `${20 * i},${rate(5 * i)}`).join("\n")}\n`,
  "both.csv": `epoch,lr\n${Array.from({ length: 20 }, (_, i) => `${i},${0.1 * 0.1 ** [10, 20, 25].filter((at) => 101 * i >= at).length}`).join("\n")}\n`,
  "columns.csv": table(
    "epoch,lr",
    (step) => [Math.floor(step / 100), 0.1 * 0.1 ** (step < 1000 ? 0 : step < 2000 ? 1 : 2)],
    250,
  ),
  "mmdet.log": Array.from(
    { length: 20 },
    (_, i) => `2024 - mmdet - INFO - Epoch [${i + 1}][50/100]\tlr: ${rate(100 * i + 49)}, loss: 1.2\n`,
  ).join(""),
  "steps.log": Array.from(
    { length: 50 },
    (_, i) => `step ${10 * i} | loss 2.31 | lr ${rate(10 * i).toExponential(4)} | 12ms\n`,
  ).join(""),
  "console.log": Array.from({ length: 60 }, (_, i) => `{'loss': 2.0, 'learning_rate': ${2e-5}, 'epoch': ${i}}\n`).join(
    "",
  ),
  "trainer_state.json": JSON.stringify({
    max_steps: 2346,
    num_train_epochs: 3,
    log_history: Array.from({ length: 40 }, (_, i) => ({ step: 50 * (i + 1), epoch: i / 13, learning_rate: 2e-5 })),
  }),
};
