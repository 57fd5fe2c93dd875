import { randomUUID } from "node:crypto";
import { access, constants, rename, rm, stat, writeFile as write } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../usageError.ts";

/** Writes a file whole or not at all: what stood there before stays until all of the new one is written. */
export async function writeFile(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  // In the same folder, since a file cannot be renamed from one disk to another.
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await write(beside, content);
    await rename(beside, path);
  } catch (error) {
    // Where there is no such folder there is nothing to take away.
    await rm(beside, { force: true }).catch(() => {});
    throw new UsageError(`${path}: ${whyNot(error as NodeJS.ErrnoException)}`);
  }
}

/** Says before long work that a file cannot be written where it is to be. */
export async function checkFolder(path: string): Promise<void> {
  const folder = dirname(path);
  try {
    const isFolder = (await stat(folder)).isDirectory();
    if (!isFolder) throw Object.assign(new Error(), { code: "ENOTDIR" });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(`${path}: ${whyNot(error as NodeJS.ErrnoException)}`);
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such folder";
  if (code === "EISDIR" || code === "ENOTEMPTY" || code === "EEXIST") return "it is a folder";
  if (code === "EACCES" || code === "EPERM") return "it may not be written";
  return code === "ENOSPC" ? "the disk is full" : message;
}
