import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Ending, runProgram, stopProgram } from "./support/program.ts";
import { command, data, file, out, run } from "./support/scratchRun.ts";
import { scratchFolder, smallDigitsFolder } from "./support/smallDigits.ts";

/** One line on stderr, and no sign of a stack trace. */
function expectOneClearLine({ stderr }: Ending, beginning: string): void {
  expect(stderr.startsWith(beginning)).toBe(true);
  expect(stderr.split("\n")).toHaveLength(2);
  expect(stderr).not.toMatch(/\n\s+at |Error:|node:/);
}

describe("bad input", () => {
  it("prints help and ends well for --help", async () => {
    const { code, stdout, stderr } = await runProgram(["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const flag of [
      "epochs",
      "batch-size",
      "lr",
      "factor",
      "milestones",
      "warmup-epochs",
      "warmup-lr",
      "warmup-strategy",
    ]) {
      expect(stdout).toContain(`--${flag} <`);
    }
    for (const flag of ["hidden", "optimizer", "seed", "out", "data", "checkpoint-every"])
      expect(stdout).toContain(`--${flag} <`);
    expect(stdout).toContain("--resume");
  });

  it.each([
    ["--epochs 0", "--epochs: expected a whole number from 1 on, received 0"],
    ["--milestones 60,30", "--milestones[1]: expected "],
    ["--optimizer adm", "--optimizer: expected one of sgd, momentum"],
    ["--warmup-strategy cosin", "--warmup-strategy: expected "],
    ["--mile-stones 30", "unknown option '--mile-stones' (Did you mean --milestones?)"],
  ])("ends with 2 for %s, before anything is written", async (line, message) => {
    const ending = await run(line);
    expect([ending.code, ending.stdout]).toEqual([2, ""]);
    expectOneClearLine(ending, message);
    expect(() => readdirSync(out)).toThrow("ENOENT");
  });

  it("ends with 1 for data that is missing or cut short", async () => {
    const missing = await runProgram(["--data", join(out, "none"), "--out", out]);
    expect([missing.code, missing.stdout]).toEqual([1, ""]);
    expectOneClearLine(missing, `${join(out, "none")}: no such folder`);
    const damaged = smallDigitsFolder();
    const images = join(damaged, "train-images-idx3-ubyte.gz");
    writeFileSync(images, readFileSync(images).subarray(0, 1000));
    const cut = await runProgram(["--data", damaged, "--out", out]);
    expect(cut.code).toBe(1);
    expectOneClearLine(cut, `${images}: not a whole gzip file`);
  });

  it("ends with 1 for a folder that cannot be written", async () => {
    const blocker = join(scratchFolder(), "file");
    writeFileSync(blocker, "mine");
    const ending = await runProgram(["--data", data, "--out", join(blocker, "out")]);
    expect([ending.code, ending.stdout]).toEqual([1, ""]);
    expectOneClearLine(ending, `--out: cannot write into the folder ${blocker}/out (`);
    expect(readFileSync(blocker, "utf8")).toBe("mine");
  });

  it("ends with 1 for a checkpoint that is damaged or another run's, and changes nothing", async () => {
    await run("--epochs 2");
    const whole = readFileSync(join(out, "checkpoint.bin"));
    const foreign = await run("--epochs 2 --lr 0.02 --resume");
    expect(foreign.code).toBe(1);
    expectOneClearLine(foreign, `${out}/checkpoint.bin: belongs to another run: --lr is 0.01 there and 0.02 here`);
    const damaged = Buffer.from(whole);
    damaged[whole.length - 5] = 255 - (damaged[whole.length - 5] as number);
    writeFileSync(join(out, "checkpoint.bin"), damaged);
    const log = file("log.jsonl");
    for (const line of ["--epochs 2 --resume", "--epochs 2"]) {
      const ending = await run(line);
      expect([ending.code, ending.stdout]).toEqual([1, ""]);
      expectOneClearLine(ending, `${out}/checkpoint.bin: not a usable checkpoint: its checksum does not match`);
    }
    expect(file("log.jsonl")).toBe(log);
    expect(readFileSync(join(out, "checkpoint.bin"))).toEqual(damaged);
  });

  it("ends with 1 for an unfinished run that is not resumed", async () => {
    await stopProgram("SIGTERM", command("--epochs 1000"));
    const files = readdirSync(out).map((name) => file(name));
    const ending = await run("--epochs 1000");
    expect(ending.code).toBe(1);
    expectOneClearLine(ending, `${out}: holds an unfinished run (epoch `);
    expect(readdirSync(out).map((name) => file(name))).toEqual(files);
  });

  it("ends with 1 when a file of the run is in the way", async () => {
    mkdirSync(join(out, "log.jsonl"), { recursive: true });
    const ending = await run("--epochs 1");
    expect(ending.code).toBe(1);
    expect(ending.stderr.split("\n")).toHaveLength(2);
    expect(ending.stderr).not.toMatch(/\n\s+at /);
  });
});
