import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "../failure.ts";

/**
 * Replaces a file as a whole: whoever reads `path`, at any instant and after any crash, finds either all of the old
 * content or all of the new. The new content is on the disk when this returns.
 */
export function writeFileAtomic(path: string, ...parts: readonly (Uint8Array | string)[]): void {
  const unfinished = `${path}.unfinished`;
  try {
    const file = openSync(unfinished, "w");
    try {
      for (const part of parts) writeFileSync(file, part);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw new Failure(`${path}: cannot be written (${(error as Error).message})`);
  }
}

/** Without this, the rename itself could be lost in a power cut. Windows cannot open folders and needs no such step. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
