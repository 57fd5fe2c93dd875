import { readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { readCheckpoint } from "../src/checkpoint.ts";
import { makeFolder } from "../src/files/makeFolder.ts";
import { optimizerNames } from "../src/optimizerNames.ts";
import { type Program, runProgram, startProgram } from "./support/program.ts";
import { scratchFolder, smallDigitsFolder } from "./support/smallDigits.ts";

const KILLS_EACH = 4;
const SETTINGS =
  "--epochs 6 --batch-size 8 --hidden 12,8 --warmup-epochs 2 --milestones 3,5 --checkpoint-every 3".split(" ");

let data: string;
let killed = 0;
let resumed = 0;

beforeAll(() => {
  data = smallDigitsFolder();
});

/** Kills at a random moment between the start of the process and the end of a run. */
async function killAfterAWhile(program: Program, wholeRunMs: number): Promise<void> {
  await Promise.race([sleep(Math.random() * wholeRunMs), program.ending]);
}

/** Kills right after some file in the folder was touched: amid the writing of a checkpoint or of the log. */
async function killWhileWriting(program: Program, folder: string): Promise<void> {
  let touches = Math.ceil(Math.random() * 200);
  const watching = new AbortController();
  const touched = new Promise<void>((resolve) => {
    watch(folder, { signal: watching.signal }, () => {
      if (--touches <= 0) resolve();
    });
  });
  await Promise.race([touched, program.ending]);
  watching.abort();
}

/** Everything that a finished run leaves behind, except what it cost. */
function resultOf(out: string) {
  const file = (name: string) => readFileSync(join(out, name), "utf8");
  const { place, timingsLength: _, ...checkpoint } = readCheckpoint(join(out, "checkpoint.bin")) ?? expect.fail();
  return {
    log: file("log.jsonl"),
    timed: file("timings.jsonl").match(/"epoch":\d+/g),
    picture: file("training.svg"),
    place: { ...place, seconds: 0 },
    checkpoint,
  };
}

/** What a run is trained with: each optimizer, and two of them with a rate for each layer. */
const TRAINED = [
  ...optimizerNames.map((name) => ["--optimizer", name]),
  ...["momentum", "adam"].map((name) => ["--optimizer", name, "--layer-decay", "0.5"]),
].map((flags) => ({ flags, all: flags.join(" ") }));

describe("a run that is killed and resumed", () => {
  it.concurrent.each(TRAINED)(
    "ends with the bits of one that was not, with $all",
    { timeout: 240_000 },
    async ({ flags }) => {
      const folder = scratchFolder();
      const command = (out: string) => [...SETTINGS, ...flags, "--data", data, "--out", out];
      const began = performance.now();
      expect(await runProgram(command(join(folder, "whole")))).toMatchObject({ code: 0, stderr: "" });
      const wholeRunMs = performance.now() - began;
      const whole = resultOf(join(folder, "whole"));
      const epochs = [0, 1, 2, 3, 4, 5].map((epoch) => `"epoch":${epoch}`);
      expect([whole.log.match(/"epoch":\d+/g), whole.timed]).toEqual([epochs, epochs]);
      expect(new Set(whole.log.match(/"tensors":\d+/g)).size).toBe(1);

      let pieces = join(folder, "pieces");
      makeFolder(pieces);
      for (let kills = 0; kills < KILLS_EACH; ) {
        const program = startProgram([...command(pieces), "--resume"]);
        await (kills % 2 === 0 ? killAfterAWhile(program, wholeRunMs) : killWhileWriting(program, pieces));
        program.process.kill("SIGKILL");
        const { signal, stderr, stdout } = await program.ending;
        expect(stderr).toBe("");
        if (stdout.includes("Going on")) resumed++;
        if (signal === "SIGKILL") kills++;
        else {
          // It was over before the kill came: one more to compare, and another to kill.
          expect(resultOf(pieces)).toEqual(whole);
          pieces += "-again";
          makeFolder(pieces);
        }
      }
      expect(await runProgram([...command(pieces), "--resume"])).toMatchObject({ code: 0, stderr: "" });
      expect(resultOf(pieces)).toEqual(whole);
      killed += KILLS_EACH;
    },
  );

  it("was killed and resumed often enough to mean something", () => {
    expect(killed).toBe(KILLS_EACH * TRAINED.length);
    expect(resumed).toBeGreaterThanOrEqual(TRAINED.length);
  });
});
