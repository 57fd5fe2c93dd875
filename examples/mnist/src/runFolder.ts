import { existsSync, mkdirSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { type Checkpoint, readCheckpoint } from "./checkpoint.ts";
import { type Config, differences } from "./config.ts";
import { Failure } from "./failure.ts";
import { FolderLock } from "./files/folderLock.ts";
import { JsonLines } from "./files/jsonLines.ts";
import { makeFolder } from "./files/makeFolder.ts";
import type { EpochRecord } from "./records.ts";

/** The folder of a run (`--out`) and the files in it. */
export class RunFolder {
  readonly path: string;
  /** Weights and all state. */
  readonly checkpoint: string;
  /** One line per epoch with what was learnt: the same for every run of one config, however often it was killed. */
  readonly log: JsonLines;
  /** One line per epoch with what it cost: never the same twice. */
  readonly timings: JsonLines;
  readonly summary: string;
  readonly picture: string;
  readonly #lock: FolderLock;

  constructor(path: string) {
    this.path = path;
    try {
      makeFolder(path);
      this.#lock = new FolderLock(path);
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(`--out: cannot write into the folder ${path} (${(error as Error).message})`);
    }
    this.checkpoint = join(path, "checkpoint.bin");
    this.log = new JsonLines(join(path, "log.jsonl"));
    this.timings = new JsonLines(join(path, "timings.jsonl"));
    this.summary = join(path, "summary.json");
    this.picture = join(path, "training.svg");
  }

  /**
   * The checkpoint to go on from, or undefined to start from the beginning. Never throws a run away: a finished one is
   * moved into a folder of its own when another begins here, an unfinished one must be resumed or left alone.
   */
  open(resume: boolean, config: Config): Checkpoint | undefined {
    const found = readCheckpoint(this.checkpoint);
    if (found === undefined) {
      if (this.log.length > 0) {
        throw new Failure(`${this.path}: holds a log, but no checkpoint.bin to go on from; choose another --out`);
      }
      return undefined;
    }
    if (resume) return this.#owned(found, config);
    const { epochs, place } = found;
    const { epoch, step } = place;
    if (epoch < epochs && epoch + step > 0) {
      throw new Failure(
        `${this.path}: holds an unfinished run (epoch ${epoch} of ${epochs}); add --resume to go on with it, or choose another --out`,
      );
    }
    if (epoch + step > 0) this.#moveAside();
    return undefined;
  }

  close(): void {
    this.log.close();
    this.timings.close();
    this.#lock.release();
  }

  #owned(found: Checkpoint, config: Config): Checkpoint {
    const difference = differences(found.config, config);
    if (difference !== "") throw new Failure(`${this.checkpoint}: belongs to another run: ${difference}`);
    const records = this.log.read(found.logLength);
    for (let epoch = 0; epoch < Math.max(records.length, found.place.epoch); epoch++) {
      if ((records[epoch] as Partial<EpochRecord> | null | undefined)?.epoch !== epoch || epoch >= found.place.epoch) {
        throw new Failure(
          `${this.log.path}: expected the record of epoch ${epoch} in line ${epoch + 1}, as it was written`,
        );
      }
    }
    return found;
  }

  #moveAside(): void {
    let number = 1;
    while (existsSync(join(this.path, `previous-${number}`))) number++;
    const folder = join(this.path, `previous-${number}`);
    mkdirSync(folder);
    // The checkpoint goes last: killed before that, the folder still holds a finished run, and the next start goes on.
    for (const path of [this.picture, this.summary, this.timings.path, this.log.path, this.checkpoint]) {
      if (existsSync(path)) renameSync(path, join(folder, basename(path)));
    }
    this.log.cutBack(0);
    this.timings.cutBack(0);
  }
}
