import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Failure } from "../failure.ts";
import { createDataset, type Dataset, type DatasetFiles } from "./dataset.ts";
import { decodeIdx, encodeIdx, type Idx } from "./idx.ts";

const FILES = [
  { part: "trainImages", name: "train-images-idx3-ubyte", rank: 3 },
  { part: "trainLabels", name: "train-labels-idx1-ubyte", rank: 1 },
  { part: "testImages", name: "t10k-images-idx3-ubyte", rank: 3 },
  { part: "testLabels", name: "t10k-labels-idx1-ubyte", rank: 1 },
] as const;

/** More than any data set of this kind needs, so that a gzip bomb cannot take all memory. */
const MAX_FILE_BYTES = 2 ** 30;

/** Reads a data set from the four files that MNIST and Fashion-MNIST come in, each gzipped (`.gz`) or not. */
export function readIdxFolder(folder: string): Dataset {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`${folder}: no such folder`);
  const missing = FILES.filter(({ name }) => locate(folder, name) === undefined).map(({ name }) => name);
  if (missing.length > 0) throw new Failure(`${folder}: expected ${missing.join(", ")} (or with .gz), found none`);
  const parts = FILES.map(({ part, name, rank }) => {
    const path = locate(folder, name) as string;
    return [part, decodeIdx(path, readBytes(path), rank)];
  });
  return createDataset(folder, Object.fromEntries(parts) as DatasetFiles);
}

/** Writes what `readIdxFolder` reads, gzipped, into a folder that exists. */
export function writeIdxFolder(folder: string, files: DatasetFiles): void {
  for (const { part, name } of FILES)
    writeFileSync(join(folder, `${name}.gz`), gzipSync(encodeIdx(files[part] as Idx)));
}

function locate(folder: string, name: string): string | undefined {
  return [name, `${name}.gz`].map((file) => join(folder, file)).find(existsSync);
}

function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(path);
  if (!path.endsWith(".gz")) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES });
  } catch (error) {
    throw new Failure(`${path}: not a whole gzip file (${(error as Error).message})`);
  }
}
