import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../../src/files/makeFolder.ts";
import { scratchFolder } from "../support/smallDigits.ts";

describe("makeFolder", () => {
  it("makes all that is missing, and leaves alone what is there", () => {
    const path = join(scratchFolder(), "a", "b", "c");
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it("fails below and in place of a file", () => {
    const file = join(scratchFolder(), "file");
    writeFileSync(file, "");
    expect(() => makeFolder(file)).toThrow("EEXIST");
    expect(() => makeFolder(join(file, "below"))).toThrow("ENOTDIR");
  });

  it.skipIf(process.platform !== "linux")("returns where the system has no room for folders", () => {
    expect(() => makeFolder("/proc/anneal/run")).toThrow("ENOENT");
  });
});
