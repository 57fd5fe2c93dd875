import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderLock } from "../../src/files/folderLock.ts";

describe("FolderLock", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "anneal-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is gone after its release, which may come twice", () => {
    const lock = new FolderLock(folder);
    expect(existsSync(join(folder, ".lock"))).toBe(true);
    lock.release();
    lock.release();
    expect(existsSync(join(folder, ".lock"))).toBe(false);
  });

  it("keeps out whoever comes while its process lives", () => {
    writeFileSync(join(folder, ".lock"), String(process.ppid));
    expect(() => new FolderLock(folder)).toThrow(`is in use by process ${process.ppid}`);
  });

  it.each([
    ["has ended", () => String(spawnSync(process.execPath, ["--version"]).pid)],
    ["is none", () => "nobody"],
  ])("is taken over when its process %s", (_, owner) => {
    writeFileSync(join(folder, ".lock"), owner());
    new FolderLock(folder).release();
    expect(existsSync(join(folder, ".lock"))).toBe(false);
  });
});
