import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { DatasetFiles, Samples } from "../../src/data/dataset.ts";
import { loadDigits } from "../../src/data/digits.ts";
import type { Idx } from "../../src/data/idx.ts";
import { writeIdxFolder } from "../../src/data/idxFolder.ts";

/** A fresh folder for one test; it is gone when the tests of the file are over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "anneal-mnist-"));
  scratch.push(folder);
  return folder;
}

const scratch: string[] = [];

afterAll(() => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The first of the real digits, as the IDX files of a data set. */
export function smallDigits(trainCount = 400, testCount = 100): DatasetFiles {
  const { train, test } = loadDigits();
  const [trainImages, trainLabels] = firstOf(train, trainCount);
  const [testImages, testLabels] = firstOf(test, testCount);
  return { trainImages, trainLabels, testImages, testLabels };
}

/** A folder with `smallDigits`, for `--data`. */
export function smallDigitsFolder(files: DatasetFiles = smallDigits()): string {
  const folder = join(scratchFolder(), "data");
  mkdirSync(folder);
  writeIdxFolder(folder, files);
  return folder;
}

function firstOf({ images, labels }: Samples, count: number): [Idx, Idx] {
  return [
    { sizes: [count, 28, 28], bytes: images.slice(0, count * 784) },
    { sizes: [count], bytes: labels.slice(0, count) },
  ];
}
