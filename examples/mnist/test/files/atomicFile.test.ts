import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeFileAtomic } from "../../src/files/atomicFile.ts";
import { scratchFolder } from "../support/smallDigits.ts";

describe("writeFileAtomic", () => {
  it("replaces the content, text or bytes, and leaves no other file", () => {
    const folder = scratchFolder();
    const path = join(folder, "file");
    writeFileAtomic(path, "first");
    writeFileAtomic(path, Uint8Array.from([1, 2, 3]));
    expect([...readFileSync(path)]).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it("writes over what a process that was killed has left", () => {
    const path = join(scratchFolder(), "file");
    writeFileSync(`${path}.unfinished`, "a longer text than the new one");
    writeFileAtomic(path, "new");
    expect(readFileSync(path, "utf8")).toBe("new");
  });

  it("keeps the old content when the new one cannot be written, and names the file", () => {
    const path = join(scratchFolder(), "file");
    writeFileAtomic(path, "old");
    mkdirSync(`${path}.unfinished`);
    expect(() => writeFileAtomic(path, "new")).toThrow(`${path}: cannot be written (EISDIR`);
    expect(readFileSync(path, "utf8")).toBe("old");
  });
});
