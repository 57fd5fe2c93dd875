import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure.ts";

/** Keeps a second process out of a folder. A lock whose process has ended, killed perhaps, is taken over. */
export class FolderLock {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, ".lock");
    try {
      writeFileSync(this.#path, String(process.pid), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = Number(readFileSync(this.#path, "utf8"));
      if (owner !== process.pid && isAlive(owner)) {
        throw new Failure(
          `--out: ${folder} is in use by process ${owner}; if that is no training run, delete ${this.#path}`,
        );
      }
      unlinkSync(this.#path);
      writeFileSync(this.#path, String(process.pid), { flag: "wx" });
    }
  }

  release(): void {
    try {
      unlinkSync(this.#path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
