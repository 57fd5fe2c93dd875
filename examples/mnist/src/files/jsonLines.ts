import {
  closeSync,
  constants,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { Failure } from "../failure.ts";

/** A file with one JSON value a line that grows at its end, and that can be cut back to a length it once had. */
export class JsonLines {
  readonly path: string;
  #file: number | undefined;
  #length: number;

  constructor(path: string) {
    this.path = path;
    this.#length = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Bytes in the file. */
  get length(): number {
    return this.#length;
  }

  /** Takes off what was written after the file had `length` bytes. A file that is shorter has been tampered with. */
  cutBack(length: number): void {
    this.#mustHave(length);
    ftruncateSync(this.#open(), length);
    this.#length = length;
  }

  /** Writes one line. */
  append(value: object): void {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    try {
      const file = this.#open();
      for (let written = 0; written < line.length; ) {
        written += writeSync(file, line, written, line.length - written, this.#length + written);
      }
    } catch (error) {
      throw new Failure(`${this.path}: cannot be written (${(error as Error).message})`);
    }
    this.#length += line.length;
  }

  /** Waits until all lines are on the disk, where a power cut does not take them away. */
  flush(): void {
    fdatasyncSync(this.#open());
  }

  #mustHave(length: number): void {
    if (this.#length >= length) return;
    throw new Failure(
      `${this.path}: expected at least the ${length} bytes of the checkpoint, received ${this.#length}`,
    );
  }

  /** The lines of the first `length` bytes (default: all of them), parsed. */
  read(length: number = this.#length): unknown[] {
    this.#mustHave(length);
    if (length === 0) return [];
    const lines = readFileSync(this.path).subarray(0, length).toString("utf8").split("\n").slice(0, -1);
    return lines.map((line, index) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new Failure(
          `${this.path}: expected JSON in line ${index + 1}, received ${JSON.stringify(line.slice(0, 60))}`,
        );
      }
    });
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #open(): number {
    // Not for appending: that would ignore the position, and a line cut short by a full disk must be written over.
    this.#file ??= openSync(this.path, constants.O_RDWR | constants.O_CREAT);
    return this.#file;
  }
}
