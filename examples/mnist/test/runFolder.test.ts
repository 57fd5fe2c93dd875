import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeCheckpointFile } from "../src/files/checkpointFile.ts";
import { RunFolder } from "../src/runFolder.ts";
import { scratchFolder } from "./support/smallDigits.ts";

const config = { "--seed": 1, "--hidden": "5" };
let path: string;

beforeEach(() => {
  path = join(scratchFolder(), "runs", "one");
});

/** A folder as a run leaves it at a place. */
function leave(epoch: number, step: number, epochs = 10): void {
  const folder = new RunFolder(path);
  folder.log.cutBack(0);
  for (let line = 0; line < epoch; line++) folder.log.append({ epoch: line });
  folder.timings.append({ epoch: 0 });
  const place = { epoch, step, lossSum: "0", seconds: 0, random: [1, 2, 3, 4] };
  const header = {
    config,
    epochs,
    place,
    logLength: folder.log.length,
    timingsLength: 0,
    scheduler: {},
    iterations: 0,
  };
  writeCheckpointFile(folder.checkpoint, { header, arrays: new Map() });
  writeFileSync(folder.summary, "{}");
  writeFileSync(folder.picture, "<svg/>");
  folder.close();
}

const files = ["checkpoint.bin", "log.jsonl", "summary.json", "timings.jsonl", "training.svg"];

describe("RunFolder", () => {
  it("makes the folder, and says in one line why it cannot", () => {
    new RunFolder(path).close();
    expect(readdirSync(path)).toEqual([]);
    writeFileSync(join(path, "file"), "");
    expect(() => new RunFolder(join(path, "file"))).toThrow(`--out: cannot write into the folder ${path}/file (EEXIST`);
    expect(() => new RunFolder(join(path, "file", "x"))).toThrow("--out: cannot write into the folder");
  });

  it.skipIf(process.platform !== "linux")("finds out at once that a folder takes no files", () => {
    expect(() => new RunFolder("/proc/self")).toThrow("--out: cannot write into the folder /proc/self (");
  });

  it("starts from the beginning in a folder without a run, with and without --resume", () => {
    expect(new RunFolder(path).open(false, config)).toBeUndefined();
    expect(new RunFolder(path).open(true, config)).toBeUndefined();
  });

  it("gives the checkpoint to a resumed run", () => {
    leave(3, 7);
    expect(new RunFolder(path).open(true, config)?.place).toMatchObject({ epoch: 3, step: 7 });
  });

  it("refuses a log that was edited, before anything is cut", () => {
    leave(3, 7);
    const log = join(path, "log.jsonl");
    const whole = readFileSync(log, "utf8");
    for (const edited of [
      `{"note":1}\n${whole}`,
      whole.replace('{"epoch":0}', "[         ]"),
      whole.replace("1", "5"),
    ]) {
      writeFileSync(log, edited);
      expect(() => new RunFolder(path).open(true, config)).toThrow(
        /log\.jsonl: expected the record of epoch \d in line \d/,
      );
      expect(readFileSync(log, "utf8")).toBe(edited);
    }
  });

  it("refuses to resume another run, showing both", () => {
    leave(3, 7);
    expect(() => new RunFolder(path).open(true, { ...config, "--seed": 2, "--hidden": "" })).toThrow(
      "checkpoint.bin: belongs to another run: --seed is 1 there and 2 here; --hidden is 5 there and empty here",
    );
  });

  it("refuses to begin over an unfinished run, and leaves it as it is", () => {
    leave(3, 7);
    const before = files.map((name) => readFileSync(join(path, name), "utf8"));
    expect(() => new RunFolder(path).open(false, config)).toThrow(
      `${path}: holds an unfinished run (epoch 3 of 10); add --resume to go on with it, or choose another --out`,
    );
    expect(files.map((name) => readFileSync(join(path, name), "utf8"))).toEqual(before);
    leave(0, 1);
    expect(() => new RunFolder(path).open(false, config)).toThrow("holds an unfinished run (epoch 0 of 10)");
  });

  it("begins over a run that has not done a step", () => {
    leave(0, 0);
    expect(new RunFolder(path).open(false, config)).toBeUndefined();
    expect(existsSync(join(path, "previous-1"))).toBe(false);
  });

  it("moves a finished run aside, each into a folder of its own", () => {
    for (const previous of ["previous-1", "previous-2"]) {
      leave(10, 0);
      const log = readFileSync(join(path, "log.jsonl"), "utf8");
      const folder = new RunFolder(path);
      expect(folder.open(false, config)).toBeUndefined();
      expect(readdirSync(join(path, previous)).sort()).toEqual(files);
      expect(readFileSync(join(path, previous, "log.jsonl"), "utf8")).toBe(log);
      expect(folder.log.length).toBe(0);
      folder.close();
    }
  });

  it("goes on moving where it was killed while moving", () => {
    leave(10, 0);
    mkdirSync(join(path, "previous-1"));
    const folder = new RunFolder(path);
    folder.open(false, config);
    expect(readdirSync(join(path, "previous-2")).sort()).toEqual(files);
  });

  it("never starts afresh over a damaged checkpoint, or over a log without one", () => {
    leave(3, 7);
    writeFileSync(join(path, "checkpoint.bin"), readFileSync(join(path, "checkpoint.bin")).subarray(0, -1));
    for (const resume of [true, false]) {
      expect(() => new RunFolder(path).open(resume, config)).toThrow("not a usable checkpoint");
    }
    const orphan = new RunFolder(join(path, "orphan"));
    orphan.log.append({ epoch: 0 });
    for (const resume of [true, false]) {
      expect(() => new RunFolder(join(path, "orphan")).open(resume, config)).toThrow(
        "holds a log, but no checkpoint.bin",
      );
    }
  });
});
