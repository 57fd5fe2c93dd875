import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach } from "vitest";
import { runProgram } from "./program.ts";
import { scratchFolder, smallDigitsFolder } from "./smallDigits.ts";

/** A folder of small IDX files for all tests of a file, and an `--out` that is new for each of them. */
export let data: string;
export let out: string;

beforeAll(() => {
  data = smallDigitsFolder();
});

beforeEach(() => {
  out = join(scratchFolder(), "out");
});

/** Sends the following runs of the test to another folder. */
export const changeOut = (folder: string) => {
  out = folder;
};

/** The arguments of a small run. */
export const command = (line: string) => [...line.split(" "), "--hidden", "12,8", "--data", data, "--out", out];
export const run = (line: string) => runProgram(command(line));
/** A file that the run has written. */
export const file = (name: string) => readFileSync(join(out, name), "utf8");
