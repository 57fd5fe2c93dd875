import { randomUUID } from "node:crypto";
import { rmSync, type Stats } from "node:fs";
import { access, chmod, chown, constants, realpath, rename, rm, stat, writeFile as write } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onExit } from "signal-exit";
import { UsageError } from "../usageError.ts";

type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file whole or not at all: what stood there before stays until all of the new one is written. What is no
 * file on a disk, such as a pipe, is written into.
 */
export async function writeFile(path: string, content: Content): Promise<void> {
  try {
    const there = await checked(path);
    if (there && !there.isFile()) await write(path, content);
    else await replace(there ? await realpath(path) : path, content, there);
  } catch (error) {
    throw new UsageError(`${named(path)}: ${whyNot(error as NodeJS.ErrnoException)}`);
  }
}

/** Says before long work that a file cannot be written where it is to be. */
export async function checkWritable(path: string): Promise<void> {
  try {
    await checked(path);
  } catch (error) {
    throw new UsageError(`${named(path)}: ${whyNot(error as NodeJS.ErrnoException)}`);
  }
}

/** What stands there, when it and its folder may be written. */
async function checked(path: string): Promise<Stats | undefined> {
  if (path === "" || path === "-") throw refusal("EINVAL");
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  if (there?.isDirectory()) throw refusal("EISDIR");
  if (there) await access(path, constants.W_OK);
  if (there && !there.isFile()) return there;
  const folder = dirname(there ? await realpath(path) : path);
  if (!(await stat(folder)).isDirectory()) throw refusal("ENOTDIR");
  await access(folder, constants.W_OK);
  return there || undefined;
}

async function replace(path: string, content: Content, before: Stats | undefined): Promise<void> {
  // In the same folder, since a file cannot be renamed from one disk to another.
  const beside = join(dirname(path), `.anneal.${randomUUID().slice(0, 8)}.tmp`);
  const forget = onExit(() => rmSync(beside, { force: true }));
  try {
    await write(beside, content);
    if (before) await keepOwner(beside, before);
    await rename(beside, path);
  } catch (error) {
    // Where there is no such folder there is nothing to take away.
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  } finally {
    forget();
  }
}

/** Only the system's administrator gives files away; for all others the file is their own. */
async function keepOwner(file: string, { mode, uid, gid }: Stats): Promise<void> {
  await chown(file, uid, gid).catch(() => {});
  await chmod(file, mode & 0o7777);
}

const refusal = (code: string) => Object.assign(new Error(), { code });

const named = (path: string) => (path === "" ? '""' : path);

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === "EINVAL") return "expected the name of a file";
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such folder";
  if (code === "EISDIR" || code === "ENOTEMPTY" || code === "EEXIST") return "it is a folder";
  if (code === "EACCES" || code === "EPERM") return "it may not be written";
  if (code === "ENAMETOOLONG") return "the name is too long";
  return code === "ENOSPC" ? "the disk is full" : message;
}
