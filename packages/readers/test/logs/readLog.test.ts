import { PlanError } from "anneal";
import { readLog } from "anneal-readers/logs";
import { describe, expect, it } from "vitest";
import { readText, rowsOf } from "./read.ts";
import { scalarRecord, versionRecord } from "./writeEvents.ts";

const TWO = [
  [0, 0.1],
  [1, 0.05],
];

describe("a table", () => {
  it.each([
    ["commas", "step,loss,lr\n0,2,0.1\n1,1,0.05\n"],
    ["semicolons", "step;loss;lr\n0;2;0.1\n1;1;0.05\n"],
    ["tabs", "step\tloss\tlr\n0\t2\t0.1\n1\t1\t0.05\n"],
    ["bars and blanks", "step | loss | lr\n0 | 2 | 0.1\n1 | 1 | 0.05\n"],
    ["quotes", '"step","note, long","lr"\r\n"0","a ""b""\nc","0.1"\r\n"1","","0.05"\r\n'],
    ["a mark and empty lines", "\uFEFFstep,lr\n\n0,0.1\n\n1,0.05\n\n"],
    ["numpy's header", "# step,lr\n0,1.000e-01\n1,5.000e-02\n"],
    ["TensorBoard's download", "Wall time,Step,Value\n1.7e9,0,0.1\n1.7e9,1,0.05\n"],
    ["names of an object's own", "__proto__,constructor,toString,step,lr\n9,9,9,0,0.1\n9,9,9,1,0.05\n"],
    ["several ends of lines", "step,lr\r\n0,0.1\n1,0.05\r\n"],
    ["records in its cells", 'step,lr,config\n0,0.1,"{""a"": 1}"\n1,0.05,"{\'a\': 2}"\n'],
    ["old ends of lines", "step,lr\r0,0.1\r1,0.05\r"],
    ["blanks", "step loss lr\n0 2 0.1\n1 1 0.05\n"],
    ["blanks, in columns", "  step    loss      lr\n     0     2.0     0.1\n     1  1.0e+00    0.05\n"],
    ["blanks, as numpy writes them", "# step lr\n0.0e+00 1.0e-01\n1.0e+00 5.0e-02\n"],
    ["blanks, with pandas' count of rows", "   step    lr\n0     0  0.10\n1     1  0.05\n"],
    ["blanks, drawn under and said again", "step  lr\n----  ----\n0     0.1\n\nstep  lr\n1     0.05\n"],
    ["a count of so many", "Epoch  LR\n[0/2]  0.1\n[1/2]  0.05\n"],
    ["a count of so many, and commas", "step,lr\n0/2,0.1\n1/2,0.05\n"],
    [
      "a frame",
      "+------+------+\n| step |  lr  |\n+======+======+\n| 0    | 0.1  |\n| 1    | 0.05 |\n+------+------+\n",
    ],
    ["Markdown's bars", "| learning rate | step |\n|:---|---:|\n| 0.1 | 0 |\n| 0.05 | 1 |\n"],
    [
      "a frame of rich's",
      "┏━━━━━━┳━━━━━━┓\n┃ step ┃ lr   ┃\n┡━━━━━━╇━━━━━━┩\n│ 0    │ 0.1  │\n│ 1    │ 0.05 │\n└──────┴──────┘\n",
    ],
    ["lines before it", "Using device cuda:0, 1\nlr is high\n\n step    lr\n    0  0.10\n step    lr\n    1  0.05\n"],
    ["lines before its frame", "Training\n\n| step | lr |\n| 0 | 0.1 |\n| step | lr |\n| 1 | 0.05 |\n"],
    ["blanks after a mark", "\uFEFFstep lr\r\n0 0.1\r\n1 0.05\r\n"],
  ])("with %s", async (_, text) => {
    for (const piece of [1, 7, 1e6]) {
      const log = await readText(text, undefined, piece);
      expect(rowsOf(log)).toEqual(TWO);
      expect([log.format, log.problems]).toEqual(["csv", []]);
    }
  });

  it("divided by blanks has no cell in another one's place", async () => {
    const log = await readText("step loss lr\n0 2 0.1\n1 0.09\n2 1 0.08\nsaved a file to disk\n3 1 0.07\n");
    expect(rowsOf(log)).toEqual([
      [0, 0.1],
      [2, 0.08],
      [3, 0.07],
    ]);
    expect(log.problems).toMatchObject([
      { path: "line 3", expected: "3 cells", received: "2" },
      { path: "line 5", expected: "3 cells", received: "5" },
    ]);
  });

  it("divided by blanks says which row lacks a cell, where many do", async () => {
    await expect(readText("epoch lr best\n\n0 0.1 *\n1 0.09\n2 0.08\n3 0.07\n")).rejects.toThrow(
      "line 4: expected 3 cells, one for each name: between blanks nobody sees which one is not there, received 2",
    );
  });

  it("divided by blanks is told from names of several words, and from a console", async () => {
    await expect(readText("step learning rate\n0 0.1\n1 0.05\n")).rejects.toThrow(
      "blanks where every name is one word",
    );
    expect(await readText("learning rate\n0.1\n0.05\n")).toMatchObject({
      series: [{ name: "learning rate", rows: 2 }],
    });
    const console = await readText("warming lr up\nstep 0 lr 0.1\nstep 1 lr 0.05\n");
    expect([console.format, rowsOf(console)]).toEqual(["console", TWO]);
  });

  it("of Windows, in UTF-16", async () => {
    const log = await readText(Buffer.from("\uFEFFstep,lr\r\n0,0.1\r\n1,0.05\r\n", "utf16le"), undefined, 3);
    expect(rowsOf(log)).toEqual(TWO);
  });

  it("with decimal commas is refused, with the reason and the line", async () => {
    await expect(readText("step;lr\n0;0,1\n1;0,05\n")).rejects.toThrow(
      "line 2: expected numbers with a decimal point: write the table again with points, or in a locale that has them, received 0,1",
    );
    await expect(readText("step,lr\n0,0,1\n1,0,05\n")).rejects.toThrow(/decimal point|cells/);
  });

  it("with empty cells, as Lightning writes it, has the rows of each series", async () => {
    const log = await readText("epoch,lr-Adam,step,train_loss\n,0.1,0,\n0,,9,2.5\n,0.05,1,\n0,,19,2.0\n");
    expect(rowsOf(log)).toEqual(TWO);
    expect(log.series[0]).toMatchObject({ name: "lr-Adam", clock: "update", stepName: "step", rows: 2 });
  });

  it("tells a word among numbers with its line, and reads the rest", async () => {
    const log = await readText('step,note,lr\n0,"a\nb",0.1\n1,,high\n2,,0.05\n');
    expect(rowsOf(log)).toEqual([
      [0, 0.1],
      [2, 0.05],
    ]);
    expect(log.problems).toEqual([{ path: "line 4", expected: "a number in lr", received: '"high"' }]);
  });

  it("keeps NaN as no number, infinities as they are, and counts what repeats and goes back", async () => {
    const [series] = (await readText("step,lr\n0,0.1\n0,0.1\n5,nan\n3,0.05\n9,inf\n")).series;
    expect([...(series?.rates ?? [])]).toEqual([0.1, 0.1, Number.NaN, 0.05, 1 / 0]);
    expect(series).toMatchObject({ rows: 5, blank: 1, repeated: 1, back: 1 });
  });

  it("passes over rows whose step is missing or below 0, and says so", async () => {
    const log = await readText("step,lr\n0,0.1\n,0.2\n-1,0.3\n1,0.05\n");
    expect(rowsOf(log)).toEqual(TWO);
    expect(log.notes).toEqual(["rows without a step from 0 were passed over: 2, the first at line 3"]);
  });

  it("whose last row is cut off is read up to it", async () => {
    const log = await readText("lr,step,loss\n0.1,0,1\n0.05,1,1\n0.0");
    expect(rowsOf(log)).toEqual(TWO);
    expect(log.notes).toEqual(["the last row is cut off: line 4 was not read"]);
  });

  it("with a quote that does not end keeps the rows before it", async () => {
    const log = await readText('step,lr,x\n0,0.1,a\n1,0.05,b\n2,0.01,"c\n3,0.1,d\n');
    expect(rowsOf(log)).toEqual(TWO);
    expect(log.problems[0]).toMatchObject({ path: "line 4" });
  });

  it("with more rates than can be looked at has the first ones, with their step", async () => {
    const rates = [...Array(1000).keys()];
    const log = await readText(`${rates.map((i) => `lr_${i}`)},step\n${rates},7\n${rates},8\n`);
    expect(log.series).toHaveLength(256);
    expect(log.series[255]).toMatchObject({ group: 255, steps: new Float64Array([7, 8]) });
    expect(log.notes).toEqual(["744 more columns of rates were passed over"]);
  });

  it("without names has columns by number", async () => {
    await expect(readText("0,0.1\n1,0.05\n")).rejects.toThrow("received columns 1, 2");
    expect(rowsOf(await readText("0,0.1\n1,0.05\n", { columns: ["2"], stepColumn: "1" }))).toEqual(TWO);
  });

  it("without a rate is refused with the names that it has", async () => {
    await expect(readText("step,loss\n0,1\n")).rejects.toThrow(
      "expected a column of rates, such as lr or learning_rate, received columns step, loss",
    );
    await expect(readText("step,lr\n0,1\n", { columns: ["eta"] })).rejects.toThrow("expected a column eta");
    await expect(readText("step,lr\n0,1\n", { stepColumn: "t" })).rejects.toThrow("expected a column t");
  });
});

describe("what counts the steps", () => {
  it("is the trainer's own count, of several", async () => {
    const log = await readText("_step,epoch,train/global_step,lr\n7,0,0,0.1\n8,0,1,0.05\n");
    expect(rowsOf(log)).toEqual(TWO);
    expect(log.series[0]?.stepName).toBe("train/global_step");
  });

  it("may be chosen, by column and by clock", async () => {
    const text = "step,epoch,mine,lr\n0,0.5,3,0.1\n10,1,4,0.05\n";
    expect(rowsOf(await readText(text, { stepColumn: "mine" }))[0]?.[0]).toBe(3);
    const epochs = await readText(text, { clock: "epoch" });
    expect([epochs.series[0]?.clock, epochs.series[0]?.steps[0]]).toEqual(["epoch", 0.5]);
    expect((await readText("step,lr\n0,1\n1,2\n", { clock: "epoch" })).series[0]?.clock).toBe("epoch");
  });

  it("is not a column that stands still", async () => {
    const log = await readText("step,epoch,lr\n0,0,0.1\n0,1,0.05\n");
    expect([rowsOf(log), log.series[0]?.clock]).toEqual([TWO, "epoch"]);
  });

  it("is not the epoch within which rates change", async () => {
    const log = await readText("epoch,lr\n0,0.1\n0,0.2\n0,0.3\n1,0.4\n");
    expect(log.series[0]).toMatchObject({ clock: "row" });
    expect(log.notes).toContain("the rates change within one epoch: rows are counted, and not epochs");
  });

  it("begins anew with every epoch in some logs, whose epochs then have to have a length", async () => {
    const lines = [1, 2, 3].flatMap((epoch) =>
      [10, 20].map((iter) => JSON.stringify({ mode: "train", epoch, iter, lr: 0.1 / epoch })),
    );
    const text = `${lines.join("\n")}\n`;
    expect((await readText(text)).series[0]).toMatchObject({ clock: "epoch", stepName: "epoch" });
    const placed = await readText(text, { stepsPerEpoch: 25 });
    expect(rowsOf(placed).map(([step]) => step)).toEqual([10, 20, 35, 45, 60, 70]);
  });
});

describe("lines of records", () => {
  it.each([
    ["JSON", '{"step": 0, "lr": 0.1, "loss": NaN}\n{"step": 1, "lr": 0.05}\n'],
    ["Python", "{'step': 0, 'lr': 0.1, 'loss': nan}\n{'step': 1, 'lr': 5e-2, 'ok': True, 'x': None}\n"],
    ["Python's numbers", "{'step': 0, 'lr': np.float64(0.1)}\n{'step': 1, 'lr': tensor(0.05, device='cuda:0')}\n"],
    ["texts of numbers", '{"step": "0", "lr": "0.1"}\n{"step": "1", "lr": "5e-02"}\n'],
    ["a console", "Loading…\n{'step': 0, 'lr': 0.1}\r 3%|▎ | 1/30\r{'step': 1, 'lr': 0.05}\ndone {}\n"],
    ["prefixes in brackets", "[1/2] {'step': 0, 'lr': 0.1}\n[2/2] {'step': 1, 'lr': 0.05}\n"],
    ["a prefix", 'INFO 12:00 | {"num_updates": "0", "lr": "0.1"}\nINFO 12:01 | {"num_updates": "1", "lr": "0.05"}\n'],
    ["records in records", '{"step": 0, "optim": {"lr": 0.1}}\n{"step": 1, "optim": {"lr": 0.05}}\n'],
    ["names of an object's own", '{"__proto__": 9, "step": 0, "lr": 0.1}\n{"constructor": 9, "step": 1, "lr": 0.05}\n'],
  ])("of %s", async (_, text) => {
    for (const piece of [1, 5, 1e6]) {
      const log = await readText(text, undefined, piece);
      expect(rowsOf(log)).toEqual(TWO);
      expect([log.format, log.problems]).toEqual(["jsonl", []]);
    }
  });

  it("have groups in lists", async () => {
    const { series } = await readText('{"step": 0, "lr": [0.1, 0.01]}\n{"step": 1, "lr": [0.05, 0.005]}\n');
    expect(series.map(({ group, rates }) => [group, ...rates])).toEqual([
      [0, 0.1, 0.05],
      [1, 0.01, 0.005],
    ]);
  });

  it("that are broken are told with their lines, and the last one is cut off", async () => {
    const log = await readText('{"step": 0, "lr": 0.1}\n{"step": }\n{"step": 1, "lr": 0.05}\n{"step": 2, "l');
    expect(rowsOf(log)).toEqual(TWO);
    expect(log.problems).toEqual([{ path: "line 2", expected: "a record", received: '{"step": }' }]);
    expect(log.notes).toContain("the last line is cut off: line 4 was not read");
  });

  it("have the numbers of lines that editors count, over a progress bar", async () => {
    const log = await readText('a\r\nb\r50%\r{"lr": 1}\r\n{"lr": x y}\r\n');
    expect(log.problems[0]?.path).toBe("line 3");
  });

  it("may be huge, and are passed over", async () => {
    const huge = `{"step": 5, "x": "${"y".repeat(5 * 2 ** 20)}"}`;
    const log = await readText(`{"step": 0, "lr": 0.1}\n${huge}\n{"step": 1, "lr": 0.05}\n`, undefined, 2 ** 16);
    expect(rowsOf(log)).toEqual(TWO);
    expect(log.notes).toEqual(["lines of more than 4 MiB were passed over: line 2"]);
  });

  it("are not run", async () => {
    const log = await readText("{'step': 0, 'lr': __import__('os').system('x')}\n{'step': 1, 'lr': 0.05}\n");
    expect(rowsOf(log)).toEqual([[1, 0.05]]);
    expect(log.problems).toHaveLength(1);
  });
});

describe("a document", () => {
  it.each([
    ["a list of records", '[{"step": 0, "lr": 0.1}, {"step": 1, "lr": 0.05, "x": -Infinity}]'],
    [
      "a trainer's state",
      '{"log_history": [{"lr": 0.1, "step": 0}, {"loss": NaN, "step": 5}, {"lr": 0.05, "step": 1}]}',
    ],
    ["lists by name", '{"lr": [0.1, 0.05], "step": [0, 1], "loss": [NaN, 1]}'],
    ["lists by name in something", '{"params": {"epochs": 2}, "history": {"lr": [0.1, 0.05], "step": [0, 1]}}'],
    ["TensorBoard's download", "[[1.7e9, 0, 0.1], [1.7e9, 1, 0.05]]"],
    [
      "NaN in texts",
      '[{"a": "\\" NaN", "step": 0, "lr": 0.1, "x": NaN}, {"NaN": "\\\\", "step": 1, "y": -Infinity, "lr": 0.05}]',
    ],
    ["several documents", '{\n"step": 0,\n"lr": 0.1}\n{"step": 1,\n"lr": 0.05}\n{"step": 2}'],
    [
      "names of an object's own",
      '[{"__proto__": {"x": 7}, "step": 0, "lr": 0.1}, {"constructor": 9, "step": 1, "lr": 0.05}]',
    ],
  ])("with %s", async (_, text) => {
    for (const piece of [1, 5, 1e6]) {
      const log = await readText(text, { format: "json" }, piece);
      expect(rowsOf(log)).toEqual(TWO);
      expect(log.problems).toEqual([]);
    }
  });

  it("is one, and no lines of records, where a line is no record of its own", async () => {
    const log = await readText('{"log_history": [{"step": 0, "lr": 0.1}\n, {"step": 1, "lr": 0.05}\n]}');
    expect([log.format, rowsOf(log)]).toEqual(["json", TWO]);
  });

  it("that is one record is one row", async () => {
    expect(rowsOf(await readText('{"step": 3, "train": {"lr": 0.1}}'))).toEqual([[3, 0.1]]);
  });

  it("has facts beside its records", async () => {
    const text =
      '{"max_steps": 40, "epoch": 2.0, "best": null, "num_train_epochs": 2, "log_history": [{"step": 1, "lr": 1}]}';
    expect((await readText(text)).facts).toEqual({ max_steps: 40, epoch: 2, num_train_epochs: 2 });
  });

  it("that is a Keras History counts epochs", async () => {
    const log = await readText('{"loss": [2, 1], "val_loss": [2, 1], "learning_rate": [0.1, 0.05]}');
    expect([rowsOf(log), log.series[0]?.clock]).toEqual([TWO, "epoch"]);
    expect((await readText('{"lr": [0.1, 0.05]}')).series[0]?.clock).toBe("row");
  });

  it("that is cut off or broken keeps what comes before", async () => {
    const cut = await readText('[{"step": 0, "lr": 0.1}, {"step": 1, "lr": 0.05}, {"st');
    expect([rowsOf(cut), cut.problems]).toEqual([TWO, []]);
    expect(cut.notes.join()).toContain("the document is cut off after byte ");
    const broken = await readText('[{"step": 0, "lr": 0.1}, {"step": 1, "lr": 0.05}, {"step": oh}]');
    expect(rowsOf(broken)).toEqual(TWO);
    expect(broken.problems[0]).toMatchObject({ expected: "JSON" });
    expect(broken.problems[0]?.path).toMatch(/^byte 5\d$/);
  });
});

describe("TensorBoard's events", () => {
  const file = (...records: readonly Uint8Array[]) => Buffer.concat([versionRecord, ...records]);

  it.each(["simple", "tensor", "content", "double", "half", "bfloat16"] as const)("with %s values", async (as) => {
    const bytes = file(
      scalarRecord("loss", 0, 2, as),
      scalarRecord("train/lr", 0, 0.5, as),
      scalarRecord("train/lr", 70000, 0.25, as),
    );
    for (const piece of [1, 11, 1e6]) {
      const log = await readText(bytes, undefined, piece);
      expect(log.format).toBe("tensorboard");
      expect(rowsOf(log)).toEqual([
        [0, 0.5],
        [70000, 0.25],
      ]);
    }
  });

  it("that are cut off or damaged are told with their bytes, and the rest is read", async () => {
    const [a, b, c] = [0, 1, 2].map((step) => scalarRecord("lr", step, 0.5)) as [Buffer, Buffer, Buffer];
    const cut = await readText(file(a, b, c).subarray(0, -5));
    expect(rowsOf(cut)).toHaveLength(2);
    expect(cut.notes.join()).toMatch(/the last event is cut off at byte \d+/);
    const damaged = Buffer.from(b);
    damaged.writeUInt8(damaged.readUInt8(20) ^ 1, 20);
    const log = await readText(file(a, damaged, c));
    expect(rowsOf(log)).toEqual([
      [0, 0.5],
      [2, 0.5],
    ]);
    expect(log.problems).toMatchObject([{ path: `byte ${versionRecord.length + a.length}` }]);
    const lost = Buffer.from(b);
    lost.writeUInt8(lost.readUInt8(0) ^ 1, 0);
    const rest = await readText(file(a, lost, c));
    expect(rowsOf(rest)).toEqual([[0, 0.5]]);
    expect(rest.problems[0]?.received).toContain("after which nothing was read");
  });
});

it("closes a stream that it refuses", async () => {
  let closed = false;
  async function* endless() {
    try {
      for (;;) yield Buffer.from("\0".repeat(1000));
    } finally {
      closed = true;
    }
  }
  await expect(readLog(endless())).rejects.toThrow("binary data");
  await new Promise((done) => setTimeout(done));
  expect(closed).toBe(true);
});

describe("what is no log", () => {
  it.each([
    ["nothing", "", "nothing: it is empty"],
    ["blanks", " \n\n ", "nothing but blanks"],
    ["an archive", Buffer.from([0x1f, 0x8b, 8, 0, 0]), "a gzip archive: gunzip it"],
    ["a Parquet file", "PAR1\0\0", "a Parquet file"],
    ["binary data", Buffer.from([200, 7, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), "binary data: byte 2 is 0"],
    ["prose", "Once upon a time\nthere was no log.\n", "neither a table nor records"],
    ["a picture's text", "<svg></svg>", "neither a table nor records"],
    ["a number", "5", "only the column 1"],
  ])("%s is refused: %s", async (_, given, received) => {
    const error = await readText(given).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PlanError);
    expect(error.message).toContain(received);
  });

  it("may be read as something else by a user's word, and is refused all the same", async () => {
    for (const format of ["csv", "jsonl", "json", "tensorboard"] as const) {
      await expect(readText("\u0001\u0002 no log {\n", { format })).rejects.toThrow(PlanError);
    }
  });
});
