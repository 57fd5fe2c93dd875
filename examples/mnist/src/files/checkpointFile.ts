import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Failure } from "../failure.ts";
import type { FloatArray } from "../floatArray.ts";
import { writeFileAtomic } from "./atomicFile.ts";

/*
 * The file: 8 bytes "ANNEALCP", the format's version and the header's length (32-bit, little-endian), the SHA-256 of
 * everything else, the header in JSON (with the name and shape of each array), then the arrays' float32 values.
 */
const MAGIC = "ANNEALCP";
const VERSION = 1;
const SUM_START = 8 + 4 + 4;
const PREFIX_LENGTH = SUM_START + 32;

/** JSON values and arrays that are saved together. */
export interface CheckpointContent {
  readonly header: object;
  readonly arrays: ReadonlyMap<string, FloatArray>;
}

/** Saves a checkpoint so that `path` always holds a whole one: the last, or this. */
export function writeCheckpointFile(path: string, { header, arrays }: CheckpointContent): void {
  const shapes = Array.from(arrays, ([name, { shape }]) => [name, shape]);
  const text = Buffer.from(JSON.stringify({ ...header, arrays: shapes }));
  const values = Array.from(arrays.values(), (array) => {
    return new Uint8Array(array.values.buffer, array.values.byteOffset, array.values.byteLength);
  });
  const prefix = Buffer.alloc(PREFIX_LENGTH);
  prefix.write(MAGIC, "latin1");
  prefix.writeUInt32LE(VERSION, 8);
  prefix.writeUInt32LE(text.length, 12);
  prefix.set(checksum([prefix.subarray(0, SUM_START), text, ...values]), SUM_START);
  writeFileAtomic(path, prefix, text, ...values);
}

/** Reads what `writeCheckpointFile` saved, or undefined when there is no such file. A damaged file is a Failure. */
export function readCheckpointFile(path: string): CheckpointContent | undefined {
  const file = readIfThere(path);
  if (file === undefined) return undefined;
  const damaged = (problem: string) => new Failure(`${path}: not a usable checkpoint: ${problem}`);
  if (file.length < PREFIX_LENGTH) throw damaged(`expected at least ${PREFIX_LENGTH} bytes, received ${file.length}`);
  if (file.toString("latin1", 0, 8) !== MAGIC) throw damaged(`it does not start with ${MAGIC}`);
  const version = file.readUInt32LE(8);
  if (version !== VERSION) throw damaged(`expected format version ${VERSION}, received ${version}`);
  const body = file.subarray(PREFIX_LENGTH);
  const sum = checksum([file.subarray(0, SUM_START), body]);
  if (!file.subarray(SUM_START, PREFIX_LENGTH).equals(sum)) throw damaged("its checksum does not match");
  const headerLength = file.readUInt32LE(12);
  const { arrays: shapes, ...header } = JSON.parse(body.toString("utf8", 0, headerLength));
  const arrays = new Map<string, FloatArray>();
  let position = headerLength;
  for (const [name, shape] of shapes as [string, number[]][]) {
    const end = position + 4 * shape.reduce((product, size) => product * size, 1);
    // A copy, because the values may start at any byte of the file.
    arrays.set(name, { shape, values: new Float32Array(Uint8Array.from(body.subarray(position, end)).buffer) });
    position = end;
  }
  return { header, arrays };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function checksum(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
