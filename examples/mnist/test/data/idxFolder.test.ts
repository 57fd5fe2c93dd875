import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { createDataset } from "../../src/data/dataset.ts";
import { readIdxFolder } from "../../src/data/idxFolder.ts";
import { smallDigits, smallDigitsFolder } from "../support/smallDigits.ts";

const files = smallDigits(20, 10);
let folder: string;

beforeEach(() => {
  folder = smallDigitsFolder(files);
});

describe("readIdxFolder", () => {
  it("reads what writeIdxFolder wrote", () => {
    expect(readIdxFolder(folder)).toEqual(createDataset("", files));
  });

  it("reads files that are not gzipped, too", () => {
    const path = join(folder, "train-images-idx3-ubyte");
    writeFileSync(path, gunzipSync(readFileSync(`${path}.gz`)));
    rmSync(`${path}.gz`);
    expect(readIdxFolder(folder)).toEqual(createDataset("", files));
  });

  it("names the missing folder, or every missing file", () => {
    expect(() => readIdxFolder("/does/not/exist")).toThrow("/does/not/exist: no such folder");
    rmSync(join(folder, "t10k-labels-idx1-ubyte.gz"));
    rmSync(join(folder, "train-images-idx3-ubyte.gz"));
    expect(() => readIdxFolder(folder)).toThrow(
      `${folder}: expected train-images-idx3-ubyte, t10k-labels-idx1-ubyte (or with .gz), found none`,
    );
  });

  it("refuses a gzip file that was cut short, and one that holds no IDX", () => {
    const path = join(folder, "t10k-images-idx3-ubyte.gz");
    const bytes = readFileSync(path);
    for (const length of [0, 5, bytes.length >> 1, bytes.length - 1]) {
      writeFileSync(path, bytes.subarray(0, length));
      expect(() => readIdxFolder(folder)).toThrow(`${path}: not a whole gzip file`);
    }
    writeFileSync(path.slice(0, -3), "hello world");
    expect(() => readIdxFolder(folder)).toThrow("t10k-images-idx3-ubyte: expected an IDX file");
  });
});
