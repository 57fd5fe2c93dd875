import { describe, expect, it } from "vitest";
import { startProgram, stopProgram } from "./support/program.ts";
import { command, file, out, run } from "./support/scratchRun.ts";

const logOf = (name = "log.jsonl") =>
  file(name)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("a signal", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s saves a checkpoint, tells how to go on, and ends with %d", async (signal, code) => {
    const line = "--epochs 40 --batch-size 8 --optimizer momentum --checkpoint-every 1000";
    const stopped = await stopProgram(signal, command(line));
    expect(stopped).toMatchObject({ code, stderr: "" });
    expect(stopped.stdout).toMatch(
      new RegExp(`Stopped by ${signal} at epoch \\d+, step \\d+ of 50\\. Everything so far is saved in ${out}\\.`),
    );
    expect(stopped.stdout).toMatch(/To go on: node .*--epochs 40 .* --resume\n$/);
    const at = stopped.stdout.match(/at (epoch \d+, step \d+)/)?.[1];
    const resumed = await run(`${line} --resume`);
    expect(resumed.stdout).toContain(`Going on with the run in ${out} at ${at}.`);
    expect(logOf().map(({ epoch }) => epoch)).toEqual(Array.from({ length: 40 }, (_, epoch) => epoch));
  });

  it("is no error when the reader of a pipe leaves", async () => {
    const { process: child, ending } = startProgram(command("--epochs 200"));
    child.stdout?.once("data", () => child.stdout?.destroy());
    expect(await ending).toMatchObject({ code: 141, stderr: "" });
  });
});
