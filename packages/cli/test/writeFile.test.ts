import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkWritable, writeFile } from "../src/output/writeFile.ts";

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anneal-output-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file that is written", () => {
  it("is the one that a link leads to", async () => {
    mkdirSync(at("there"));
    writeFileSync(at("there", "real.csv"), "old");
    symlinkSync(at("there", "real.csv"), at("link.csv"));
    await writeFile(at("link.csv"), "new");
    expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("there", "real.csv"), "utf8")).toBe("new");
    expect(readdirSync(at("there"))).toEqual(["real.csv"]);
  });

  it.skipIf(process.platform === "win32")("keeps its mode", async () => {
    writeFileSync(at("script.py"), "old");
    chmodSync(at("script.py"), 0o750);
    await writeFile(at("script.py"), ["n", "ew"]);
    expect([readFileSync(at("script.py"), "utf8"), statSync(at("script.py")).mode & 0o777]).toEqual(["new", 0o750]);
  });

  it.skipIf(process.platform === "win32")("may be a pipe, which stays one", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const read = import("node:fs/promises").then(({ readFile }) => readFile(at("pipe"), "utf8"));
    await writeFile(at("pipe"), "new");
    expect(await read).toBe("new");
    expect(statSync(at("pipe")).isFIFO()).toBe(true);
  });

  it("may have a name as long as names can be", async () => {
    const name = `${"n".repeat(251)}.csv`;
    await writeFile(at(name), "new");
    expect(readFileSync(at(name), "utf8")).toBe("new");
    await expect(writeFile(at(`n${name}`), "new")).rejects.toThrow("the name is too long");
  });

  it.each([
    ["", '"": expected the name of a file'],
    ["-", "-: expected the name of a file"],
  ])("is named: not %j", async (path, message) => {
    await expect(writeFile(path, "new")).rejects.toThrow(message);
    await expect(checkWritable(path)).rejects.toThrow(message);
  });

  it("is no folder, and in one that is there", async () => {
    mkdirSync(at("folder"));
    for (const path of [at("folder"), `${at("folder")}/`, folder, "."])
      await expect(writeFile(path, "new")).rejects.toThrow(`${path}: it is a folder`);
    await expect(writeFile(at("nowhere", "a.csv"), "new")).rejects.toThrow("there is no such folder");
    await expect(checkWritable(at("nowhere", "a.csv"))).rejects.toThrow("there is no such folder");
    writeFileSync(at("file"), "");
    await expect(writeFile(at("file", "a.csv"), "new")).rejects.toThrow("there is no such folder");
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "is not one that may not be written",
    async () => {
      writeFileSync(at("kept.csv"), "old", { mode: 0o400 });
      await expect(writeFile(at("kept.csv"), "new")).rejects.toThrow("it may not be written");
      expect(readFileSync(at("kept.csv"), "utf8")).toBe("old");
    },
  );
});
